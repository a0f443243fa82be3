import '../machines/machineRow.css';
import type { ComponentChildren } from 'preact';
import type { ToolView } from '../../shared/loans/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { todayIn } from '../time/zone.ts';
import { Plate } from '../ui/plate.tsx';
import { State } from '../ui/state.tsx';
import { KitLine } from './kitContents.tsx';
import { toolInWords } from './toolState.ts';

export interface ToolRowProps {
  tool: ToolView;
  now: number;
  showWorkshop: boolean;
  /** What can be done with it. */
  children?: ComponentChildren;
}

/** A tool in a list: its plate, where it is, and what can be done. */
export function ToolRow({ tool, now, showWorkshop, children }: ToolRowProps) {
  const { kind, line } = toolInWords(tool, todayIn(tool.timeZone, now), now);
  return (
    <li class="machine-row">
      <Plate name={tool.name} href={addressOf.machine(tool.machineId)} />
      <div class="what">
        <span>{t.words.kinds[tool.kind]}</span>
        {showWorkshop && <span>{tool.workshopName}</span>}
        <KitLine tool={tool} />
        {children}
      </div>
      <State kind={kind}>{line}</State>
    </li>
  );
}
