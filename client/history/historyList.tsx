import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../catalogue/buildTexts.ts';
import { Button } from '../ui/button.tsx';
import { ChosenPart } from './chosenPart.tsx';
import { rowNow } from './historyWords.ts';
import type { ShownHistory } from './shownHistory.ts';
import { Sign } from './sign.tsx';

const words = t.history;
/** Rows drawn at first, and with each press. */
const PAGE_OF_ROWS = 100;
const DEEPEST = 4;

/** The parts as they stand at the moment, in words: each row is drawn anew only when something of it changed. */
export function HistoryList({ shown }: { shown: ShownHistory }) {
  const list = useRef<HTMLUListElement>(null);
  const [count, setCount] = useState(PAGE_OF_ROWS);
  const { rows } = shown.rows;
  const chosen = shown.chosen.value;
  useEffect(() => {
    if (chosen === null) return;
    if (chosen >= count) setCount(chosen + 1);
    const row = list.current?.children[chosen];
    const room = list.current;
    if (!room || !(row instanceof HTMLElement)) return;
    // Only the list moves, never the page.
    const [above, below] = [row.offsetTop, row.offsetTop + row.offsetHeight];
    if (above < room.scrollTop) room.scrollTop = above;
    else if (below > room.scrollTop + room.clientHeight) room.scrollTop = below - room.clientHeight;
  }, [chosen, count]);
  if (rows.length === 0) return null;
  return (
    <section class="history-parts" aria-label={words.parts}>
      <h3>{words.parts}</h3>
      <ul class="history-list" ref={list}>
        {rows.slice(0, count).map((row, number) => (
          <Row key={row.key} shown={shown} number={number} isChosen={number === chosen} />
        ))}
      </ul>
      {rows.length > count && (
        <Button onPress={() => setCount(count + PAGE_OF_ROWS)}>{words.row.more}</Button>
      )}
    </section>
  );
}

function Row({ shown, number, isChosen }: { shown: ShownHistory; number: number; isChosen: boolean }) {
  // What it is part of brings it along.
  for (let each = number; each >= 0; each = shown.rows.rows[each]?.outer ?? -1) void shown.turns[each]?.value;
  const row = shown.rows.rows[number];
  if (!row) return null;
  const { looks, text } = rowNow(shown, number);
  return (
    <li data-level={Math.min(row.level, DEEPEST)} data-there={looks.length > 0 || undefined}>
      <button type="button" aria-pressed={isChosen} onClick={() => shown.choose(isChosen ? null : number)}>
        <Sign shown={shown} look={looks[0] ?? null} />
        <span class="history-row">
          <span>{row.name}</span>
          <span class="soft small">{text}</span>
        </span>
      </button>
      {isChosen && shown.pressed.value === null && <ChosenPart shown={shown} inRow />}
    </li>
  );
}
