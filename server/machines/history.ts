import type { HistoryEntry, MachineHistory } from '../../shared/machines/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { RecordedEvent } from '../eventstore/port.ts';
import type { Parts } from '../parts.ts';
import { projected } from '../views/apply.ts';
import type { ProjectedEvent } from '../views/projection.ts';

const PAGE = 50;

/** Where to read on in a machine's two streams, newest first; null when a stream is read to its beginning. */
export interface HistoryCursor {
  machine: number | null;
  calendar: number | null;
}

/** `12.340`, `12.-`: revisions to read on from, inclusive. Undefined where the text is no cursor. */
export function parseCursor(text: string): HistoryCursor | undefined {
  const match = /^(\d{1,15}|-)\.(\d{1,15}|-)$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const revision = (part: string) => (part === '-' ? null : Number(part));
  return { machine: revision(match[1]), calendar: revision(match[2]) };
}

const cursorText = ({ machine, calendar }: HistoryCursor) => `${machine ?? '-'}.${calendar ?? '-'}`;

/**
 * A page of a machine's story straight from its events, newest first: its own stream and its calendar's, in the order of
 * the log. `isInsider`: whether names and free texts may be shown.
 */
export async function historyOf(
  { store, names, texts }: Pick<Parts, 'store' | 'names' | 'texts'>,
  machineId: string,
  timeZone: string,
  before: HistoryCursor | undefined,
  isInsider: boolean,
): Promise<MachineHistory> {
  const readBack = (stream: string, from: number | null | undefined): Promise<RecordedEvent[]> =>
    from === null
      ? Promise.resolve([])
      : store.read(stream, {
          direction: 'backwards',
          limit: PAGE + 1,
          ...(from === undefined ? {} : { from }),
        });
  const [ofMachine, ofCalendar] = await Promise.all([
    readBack(`machine-${machineId}`, before?.machine),
    readBack(`calendar-${machineId}`, before?.calendar),
  ]);
  const page = [...ofMachine, ...ofCalendar]
    .sort((one, other) => (one.position < other.position ? 1 : one.position > other.position ? -1 : 0))
    .slice(0, PAGE);
  const shown = new Set(page);
  const readOn = (events: RecordedEvent[]) => events.find((event) => !shown.has(event))?.revision ?? null;
  const next: HistoryCursor = { machine: readOn(ofMachine), calendar: readOn(ofCalendar) };

  const events = page.map(projected);
  const nameOf = names.of(isInsider ? new Set(events.flatMap((event) => memberOf(event.actor) ?? [])) : []);
  const bodyOf = texts.of(isInsider ? events.flatMap((event) => textIdOf(event) ?? []) : []);
  return {
    entries: events.map((event): HistoryEntry => {
      const { start, end } = timesOf(event);
      const member = memberOf(event.actor);
      const textId = textIdOf(event);
      return {
        type: event.type,
        at: zonedText(event.at, timeZone),
        by: member === null ? null : (nameOf.get(member) ?? null),
        start: start === null ? null : zonedText(Date.parse(start), timeZone),
        end: end === null ? null : zonedText(Date.parse(end), timeZone),
        text: textId === null ? plainTextOf(event) : (bodyOf.get(textId) ?? null),
        revision: event.revision,
        stream: event.stream,
      };
    }),
    next: next.machine === null && next.calendar === null ? null : cursorText(next),
  };
}

const memberOf = (actor: string): string | null =>
  actor.startsWith('member:') ? actor.slice('member:'.length) : null;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function timesOf({ data }: ProjectedEvent): { start: string | null; end: string | null } {
  return { start: 'start' in data ? text(data.start) : null, end: 'end' in data ? text(data.end) : null };
}

/** The free text that an event refers to: a purpose, a reason, a note. */
function textIdOf({ data }: ProjectedEvent): string | null {
  if ('purposeId' in data) return data.purposeId;
  if ('reasonId' in data) return data.reasonId;
  if ('noteId' in data) return data.noteId;
  if ('textId' in data) return data.textId;
  return null;
}

/** What an event says in itself: the name that a machine was given, the rule of a mark. */
function plainTextOf({ data }: ProjectedEvent): string | null {
  if ('description' in data) return data.description.name;
  if ('plan' in data) return data.plan.name;
  return 'rule' in data ? data.rule : null;
}
