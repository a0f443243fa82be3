import './waitingRows.css';
import { SaveKept } from './saveKept.tsx';
import type { Unsent } from './unsent.ts';
import { UnsentState } from './unsentState.tsx';

/** What was told on a page and waits, in the order of telling; nothing where nothing does. */
export function WaitingRows({ rows }: { rows: readonly Unsent[] }) {
  if (rows.length === 0) return null;
  return (
    <ul class="waiting-rows">
      {rows.map((row) => (
        <li key={row.place}>
          <strong>{row.what}</strong>
          <UnsentState row={row} mayDrop>
            {row.refusal !== null &&
              row.files.map(({ key, kind }) => <SaveKept key={key} file={key} kind={kind} />)}
          </UnsentState>
        </li>
      ))}
    </ul>
  );
}
