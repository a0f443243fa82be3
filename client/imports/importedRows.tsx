import './importedRows.css';
import type { ImportedRow, ImportReply, RowOutcome } from '../../shared/imports/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { State, type StateKind } from '../ui/state.tsx';

const words = t.imports;

const signs: Record<RowOutcome, StateKind> = {
  would: 'free',
  done: 'yours',
  known: 'closed',
  partly: 'soon',
  mistake: 'taken',
};

/** What became, or would become, of each row: what needs a hand stands first. */
export function ImportedRows({ reply }: { reply: ImportReply }) {
  const { good, known, bad, rows, unknownColumns, dryRun } = reply;
  const sorted = rows.toSorted((one, other) => weightOf(one) - weightOf(other) || one.line - other.line);
  return (
    <>
      <p class="note" role="status" data-tone={bad > 0 ? 'soon' : undefined}>
        {rows.length === 0 ? words.nothing : (dryRun ? words.checked : words.taken)(good, known, bad)}
      </p>
      {!dryRun && bad > 0 && <p>{words.again}</p>}
      {unknownColumns.length > 0 && <p class="note">{words.unknownColumns(unknownColumns.join(', '))}</p>}
      <ol class="imported-rows">
        {sorted.map((row) => (
          <li key={row.line}>
            <div class="head">
              <span>
                <strong>{row.name || '—'}</strong> <span class="soft">{words.lineNumber(row.line)}</span>
              </span>
              <State kind={signs[row.outcome]}>{words.outcomes[row.outcome]}</State>
            </div>
            {row.notes.length > 0 && (
              <ul class="plain">
                {row.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const weightOf = ({ outcome }: ImportedRow): number =>
  outcome === 'mistake' ? 0 : outcome === 'partly' ? 1 : outcome === 'known' ? 3 : 2;
