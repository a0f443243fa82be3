import { chainDigest, EMPTY_DIGEST } from '../eventstore/digest.ts';
import { appendBytes, encodeAppend } from '../eventstore/encode.ts';
import { type EventStore, MAXIMUM_APPEND_BYTES, type RecordedEvent } from '../eventstore/port.ts';
import { eventsOf } from './eventsOf.ts';
import { type OnProgress, unheard } from './progress.ts';
import { Refusal } from './refusal.ts';

/** Consecutive events of one stream that go into one append. */
const MOST_IN_ONE_APPEND = 200;

export interface AppendedLog {
  events: number;
  /** Position in the target of the last event whose position in the source is at or before `checkpoint`. */
  checkpoint: bigint | null;
}

export interface AppendLogOptions {
  target: EventStore;
  /** A position in the source to be found again in the target. */
  checkpoint?: bigint | null;
  /** Events that may follow the source's in the target: what an earlier run added itself. */
  mayFollow?(event: RecordedEvent): boolean;
  total?: number;
  onProgress?: OnProgress;
}

/**
 * Appends a whole log to an empty store, in global order, one append after the other. A store that already holds the
 * beginning of this very log is completed: so a run that was cut off can be repeated.
 * @throws {Refusal} for a store that holds anything else; nothing was written then.
 */
export async function appendLog(
  source: AsyncIterable<RecordedEvent>,
  { target, checkpoint = null, mayFollow = () => false, total, onProgress = unheard }: AppendLogOptions,
): Promise<AppendedLog> {
  const result: AppendedLog = { events: 0, checkpoint: null };
  const head = await target.head();
  const present = head === null ? undefined : eventsOf(target, { through: head });
  let run: RecordedEvent[] = [];
  let bytes = 0;

  const reached = (event: RecordedEvent, position: bigint) => {
    if (checkpoint !== null && event.position <= checkpoint) result.checkpoint = position;
  };
  const flush = async () => {
    const last = run.at(-1);
    if (last === undefined) return;
    // A checkpoint within the run must fall on an event of its own.
    const parts = checkpoint === null ? [run] : splitAfter(run, checkpoint);
    for (const part of parts) reached(part.at(-1) ?? last, await appendRun(target, part));
    result.events += run.length;
    onProgress({ what: 'appending events', done: result.events, ...(total === undefined ? {} : { total }) });
    run = [];
    bytes = 0;
  };

  let matching = present;
  for await (const event of source) {
    if (matching !== undefined) {
      const next = await matching.next();
      if (!next.done) {
        if (!isSame(event, next.value)) throw notEmpty();
        reached(event, next.value.position);
        result.events++;
        continue;
      }
      matching = undefined;
    }
    const size = appendBytes(encodeAppend(event.stream, [event], 'any'));
    const fits = run.length < MOST_IN_ONE_APPEND && bytes + size <= MAXIMUM_APPEND_BYTES;
    if (run.length > 0 && (run[0]?.stream !== event.stream || !fits)) await flush();
    run.push(event);
    bytes += size;
  }
  await flush();
  for (let next = await matching?.next(); next && !next.done; next = await matching?.next()) {
    if (!mayFollow(next.value)) throw notEmpty();
  }
  return result;
}

const isSame = (one: RecordedEvent, other: RecordedEvent): boolean =>
  chainDigest(EMPTY_DIGEST, one) === chainDigest(EMPTY_DIGEST, other);

const notEmpty = () =>
  new Refusal(
    'The event store is not empty: it holds events that are not of this log. Give it an empty one.',
  );

function splitAfter(run: RecordedEvent[], checkpoint: bigint): RecordedEvent[][] {
  const before = run.filter(({ position }) => position <= checkpoint);
  return [before, run.slice(before.length)].filter((part) => part.length > 0);
}

/** Answers the position of the last one. */
async function appendRun(target: EventStore, run: readonly RecordedEvent[]): Promise<bigint> {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('nothing to append');
  const expected = first.revision === 0 ? 'none' : first.revision - 1;
  const outcome = await target.append(first.stream, run, expected);
  if (outcome.outcome === 'appended' && outcome.revision === last.revision) return outcome.position;
  throw new Refusal(`Somebody else writes to ${first.stream} at the same time: stop that, and try again.`);
}
