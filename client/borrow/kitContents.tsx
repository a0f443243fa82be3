import type { ToolView } from '../../shared/loans/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { State } from '../ui/state.tsx';

const words = t.loans.kit;

/** Complete, or what is missing; nothing for what is no kit. */
export function KitLine({ tool }: { tool: ToolView }) {
  if (tool.kind !== 'kit' || tool.contents.length === 0) return null;
  return tool.missing.length === 0 ? (
    <span class="soft">{words.complete}</span>
  ) : (
    <State kind="soon">{words.lacks(t.words.and(tool.missing))}</State>
  );
}

/** What a kit holds, piece by piece. */
export function KitContents({ tool }: { tool: ToolView }) {
  return (
    <ul>
      {tool.contents.map(({ name, quantity, toolId, missing, lentAlone }) => (
        <li key={name}>
          {toolId ? (
            <a href={addressOf.machine(toolId)}>{words.pieces(quantity, name)}</a>
          ) : (
            words.pieces(quantity, name)
          )}{' '}
          {missing && <span class="soft">({words.missing})</span>}
          {lentAlone && <span class="soft">({words.lentAlone})</span>}
        </li>
      ))}
    </ul>
  );
}
