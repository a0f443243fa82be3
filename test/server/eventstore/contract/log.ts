import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  RecordedEvent,
} from '../../../../server/eventstore/port.ts';
import { someEvent } from '../someEvent.ts';

export interface OpenedStore {
  store: EventStore;
  /** Closes the store and removes what it stands on. */
  close(): Promise<void>;
  /** Another handle on the same log, as a second server process would hold it. The caller closes it. */
  second?(): Promise<EventStore>;
  /** The log is this suite's alone and empty at the start. */
  fresh?: boolean;
}

/** The log that the suite works on, open while its tests run, and what they all do with it. */
export interface ContractLog {
  readonly opened: OpenedStore;
  readonly store: EventStore;
  /** Another log of the same kind. The caller closes it. */
  open(): Promise<OpenedStore>;
  /** A name that no other test and no other run uses; also the prefix for more streams of the same test. */
  newStream(): string;
  /** Appends what must be accepted. */
  write(stream: string, events: readonly NewEvent[], expected?: ExpectedRevision): Promise<Appended>;
  readStream(stream: string): Promise<RecordedEvent[]>;
  /** Everything in streams with this prefix, once `count` events can be seen. */
  eventually(prefix: string, count: number): Promise<RecordedEvent[]>;
}

export function contractLog(opened: () => OpenedStore, open: () => Promise<OpenedStore>): ContractLog {
  const run = randomUUID();
  let streams = 0;
  return {
    get opened() {
      return opened();
    },
    get store() {
      return opened().store;
    },
    open,
    newStream: () => `contract-${run}-${++streams}-`,
    async write(stream, events, expected = 'any') {
      const outcome = await opened().store.append(stream, events, expected);
      if (outcome.outcome !== 'appended') throw new Error(`The stream stands at ${outcome.actual}.`);
      return outcome;
    },
    readStream: (stream) => opened().store.read(stream, { limit: 10_000 }),
    eventually: (prefix, count) =>
      vi.waitFor(async () => {
        const events: RecordedEvent[] = [];
        for (;;) {
          const after = events.at(-1)?.position;
          const options = { limit: 1000, filter: { streamPrefixes: [prefix] } };
          const batch = await opened().store.readAll(after === undefined ? options : { ...options, after });
          if (batch.length === 0) break;
          events.push(...batch);
        }
        expect(events.length).toBeGreaterThanOrEqual(count);
        return events;
      }, patience),
  };
}

/** Long enough for a busy machine; nothing waits for it when all is well. */
export const patience = { timeout: 10_000, interval: 20 };

export const someEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, number) => someEvent({ data: { number } }));

export const ids = (events: readonly NewEvent[]): string[] => events.map((event) => event.id);

/** Positions follow each other without a repetition. */
export function expectGrowing(events: readonly RecordedEvent[]): void {
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (before !== undefined && before.position >= event.position) {
      throw new Error(`Position ${event.position} follows ${before.position}.`);
    }
  }
}
