import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { quantityInWords } from '../designs/figures.ts';
import { Button } from '../ui/button.tsx';
import { pastInWords, rowNow } from './historyWords.ts';
import type { ShownHistory } from './shownHistory.ts';

const words = t.history;
/** Things of one row that are told one by one. */
const MOST = 12;

/** What was pressed, in the picture or the list: what it is at this moment, with the way to its own story. */
export function ChosenPart({ shown, inRow = false }: { shown: ShownHistory; inRow?: boolean }) {
  const number = shown.chosen.value;
  // What it is changes with the moment.
  void shown.at.value;
  const row = number === null ? undefined : shown.rows.rows[number];
  if (number === null || !row) return null;
  const piece = shown.pressed.value;
  const inPiece = piece === null ? null : shown.entryIn(piece);
  const there = inPiece === null ? row.entries.filter((entry) => shown.there[entry] === 1) : [inPiece];
  const told = there.flatMap((entry) => shown.sources.view.entries[entry] ?? []).slice(0, MOST);
  return (
    <section class="note stack history-chosen" aria-label={words.chosen.title(row.name)}>
      <div role="status">
        {!inRow && (
          <p>
            <strong>{row.name}</strong> <span class="soft">{rowNow(shown, number).text}</span>
          </p>
        )}
        {inRow && told.length === 0 && <p class="soft">{words.chosen.none}</p>}
        <ul>
          {told.map((entry, index) => (
            <li key={entry.fittingId ?? index}>
              {entry.itemId === null ? (
                `${quantityInWords(entry.quantity, entry.unit)} ${entry.name}`
              ) : (
                <a href={addressOf.thing(entry.itemId)}>{words.chosen.story(entry.name)}</a>
              )}{' '}
              <span class="soft">{pastInWords(entry)}</span>
            </li>
          ))}
        </ul>
      </div>
      {!inRow && (
        <Button kind="quiet" onPress={() => shown.choose(null)}>
          {words.chosen.close}
        </Button>
      )}
    </section>
  );
}
