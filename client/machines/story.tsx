import './story.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookingRule } from '../../shared/bookings/rules.ts';
import type { HistoryEntry } from '../../shared/machines/views.ts';
import { get } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { useLive } from '../live.ts';
import { RequestFailed } from '../problem.ts';
import { dateOf, moment, shortDate, span, timeOf } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { storyPage } from '../views.ts';

/** Entries in sight at first; the rest is one press away. */
const LAST = 5;

interface Told {
  entries: HistoryEntry[];
  next: string | null;
}

const pathOf = (machineId: string, before: string | null) => {
  const query = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return `/api/machines/${machineId}/history${query}`;
};

/** A machine's entries, newest first, read page by page; new ones appear by themselves. */
function useStory(machineId: string) {
  const [told, setTold] = useState<Told | null>(null);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const [busy, setBusy] = useState(false);
  // Of two readings the later one counts: an answer that was overtaken knows less, or is of another machine.
  const turn = useRef(0);
  const read = async (before: string | null, earlier: HistoryEntry[]) => {
    turn.current += 1;
    const own = turn.current;
    setBusy(true);
    try {
      const page = await get(pathOf(machineId, before), storyPage);
      if (turn.current !== own) return;
      setTold({ entries: [...earlier, ...page.entries], next: page.next });
      setFailure(null);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (turn.current === own) setFailure(error);
    } finally {
      if (turn.current === own) setBusy(false);
    }
  };
  useEffect(() => {
    read(null, []);
  }, [machineId]);
  useLive([`machine-${machineId}`, `calendar-${machineId}`], () => read(null, []));
  return { told, failure, busy, readEarlier: () => read(told?.next ?? null, told?.entries ?? []) };
}

/** The sentence of one entry. */
export function sentenceOf(entry: HistoryEntry): string {
  const by = entry.by ?? t.words.somebody;
  const tell = t.story.entries[entry.type] ?? t.story.other;
  return tell({ by, when: whenOf(entry) });
}

/** A mark tells the rule by its name in the code. */
const isRule = (text: string): text is BookingRule => Object.hasOwn(t.words.marks, text);

function whenOf({ start, end }: HistoryEntry): string {
  if (!start) return '';
  const day = shortDate(dateOf(start));
  return end ? t.time.moment(day, span(start, end)) : t.story.from(t.time.moment(day, timeOf(start)));
}

export interface StoryProps {
  machineId: string;
  /** An entry that only repeats it is told without. */
  machineName: string;
  today: string;
}

/** The story of a machine, from its events. */
export function Story({ machineId, machineName, today }: StoryProps) {
  const { told, failure, busy, readEarlier } = useStory(machineId);
  const [whole, setWhole] = useState(false);
  const isFolded = !whole && told !== null && told.entries.length > LAST;
  return (
    <div class="stack">
      {failure && <p role="alert">{failureText(failure)}</p>}
      {told?.entries.length === 0 && <p class="soft">{t.story.none}</p>}
      {told && told.entries.length > 0 && (
        <ol class="story">
          {(isFolded ? told.entries.slice(0, LAST) : told.entries).map((entry) => (
            <li
              key={`${entry.stream} ${entry.revision}`}
              data-out={entry.type === 'OutageDeclared' || undefined}
            >
              <time dateTime={entry.at}>{moment(entry.at, today)}</time>
              <span>{sentenceOf(entry)}</span>
              {entry.text && entry.text !== machineName && (
                <q>{isRule(entry.text) ? t.words.marks[entry.text] : t.story.quote(entry.text)}</q>
              )}
            </li>
          ))}
        </ol>
      )}
      {isFolded && (
        <div>
          <Button onPress={() => setWhole(true)}>{t.words.more}</Button>
        </div>
      )}
      {!isFolded && told?.next && (
        <div>
          <Button busy={busy} onPress={readEarlier}>
            {t.story.earlier}
          </Button>
        </div>
      )}
    </div>
  );
}
