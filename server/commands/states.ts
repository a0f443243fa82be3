import { LRUCache } from 'lru-cache';
import { type EventStore, type RecordedEvent, StoreUnavailable } from '../eventstore/port.ts';
import { isKnown } from '../eventstore/upcasting.ts';
import type { Decider } from './decider.ts';
import { keyOfNamed } from './identity.ts';
import type { RememberedCommand } from './recentCommands.ts';
import type { Snapshots } from './snapshots.ts';

/** A stream as this process last knew it. `revision` is -1 while it holds nothing. */
export interface LoadedStream<State> {
  state: State;
  revision: number;
  /** Id and position of the newest event; null while it holds nothing. */
  lastEventId: string | null;
  position: bigint | null;
  /** Commands since the newest snapshot; older ones are in the snapshot file. */
  recent: Map<string, RememberedCommand>;
  snapshotRevision: number;
}

/** Events between two snapshots of a stream. */
const SNAPSHOT_EVERY = 100;
const PAGE = 1000;

/** The event type is checked by schema where it is written, so a decider may trust what it wrote. */
type Evolving<State> = Decider<State, never, { type: string; data: object }, never>;

export interface States {
  /** From memory, else snapshot and events. */
  load<State>(decider: Evolving<State>, stream: string): Promise<LoadedStream<State>>;
  /** Reads what others appended since; answers whether there was anything. */
  catchUp<State>(decider: Evolving<State>, stream: string, loaded: LoadedStream<State>): Promise<boolean>;
  /** Takes in events that were just appended by this process. */
  advance<State>(
    decider: Evolving<State>,
    stream: string,
    loaded: LoadedStream<State>,
    events: RecordedEvent[],
  ): void;
  recall<State>(stream: string, loaded: LoadedStream<State>, key: string): RememberedCommand | undefined;
  /** After an append whose outcome is unknown: read anew next time. */
  forget(stream: string): void;
}

/** `upcast` leads older events to their newest version (see server/eventstore/upcasting.ts). */
export function openStates(
  store: EventStore,
  snapshots: Snapshots,
  upcast: (event: RecordedEvent) => RecordedEvent,
  maximumStreams = 4000,
): States {
  const cache = new LRUCache<string, LoadedStream<unknown>>({ max: maximumStreams });

  const remember = <State>(loaded: LoadedStream<State>, event: RecordedEvent) => {
    const { actor, commandId, commandHash, at } = event.metadata;
    const key = keyOfNamed(actor, commandId);
    const known = loaded.recent.get(key);
    loaded.recent.set(key, {
      key,
      hash: commandHash,
      events: (known?.events ?? 0) + 1,
      revision: event.revision,
      position: event.position,
      at: Date.parse(at),
    });
  };

  const fold = <State>(
    decider: Evolving<State>,
    stream: string,
    loaded: LoadedStream<State>,
    events: RecordedEvent[],
  ) => {
    for (const recorded of events) {
      const event = upcast(recorded);
      // A newer release beside this one may have written it: to decide without it would be to decide wrongly.
      if (!isKnown(event)) {
        const { type, metadata } = event;
        throw new StoreUnavailable(
          `${stream} holds ${type} ${metadata.version}, which this release does not know.`,
        );
      }
      loaded.state = decider.evolve(loaded.state, event, {
        revision: event.revision,
        at: Date.parse(event.metadata.at),
      });
      loaded.revision = event.revision;
      loaded.lastEventId = event.id;
      loaded.position = event.position;
      remember(loaded, event);
    }
  };

  const nameOf = (decider: { category: string; version: number }) => `${decider.category}:${decider.version}`;

  const snapshotWhenDue = <State>(decider: Evolving<State>, stream: string, loaded: LoadedStream<State>) => {
    if (loaded.lastEventId === null || loaded.revision - loaded.snapshotRevision < SNAPSHOT_EVERY) return;
    const saved = snapshots.save(
      stream,
      nameOf(decider),
      { revision: loaded.revision, eventId: loaded.lastEventId, state: loaded.state },
      loaded.recent.values(),
    );
    // A save that failed must not lose the memory of commands.
    if (saved) loaded.recent.clear();
    loaded.snapshotRevision = loaded.revision;
  };

  const readFrom = async <State>(decider: Evolving<State>, stream: string, loaded: LoadedStream<State>) => {
    let read = 0;
    for (;;) {
      const page = await store.read(stream, { from: loaded.revision + 1, limit: PAGE });
      fold(decider, stream, loaded, page);
      read += page.length;
      if (page.length < PAGE) return read;
    }
  };

  const fromSnapshot = async <State>(decider: Evolving<State>, stream: string) => {
    const snapshot = snapshots.load(stream, nameOf(decider));
    if (!snapshot) return undefined;
    const [anchor] = await store.read(stream, { from: snapshot.revision, limit: 1 });
    if (anchor?.id !== snapshot.eventId) {
      snapshots.forget(stream);
      return undefined;
    }
    return { snapshot, anchor };
  };

  const open = async <State>(decider: Evolving<State>, stream: string): Promise<LoadedStream<State>> => {
    const found = await fromSnapshot(decider, stream);
    const loaded: LoadedStream<State> = found
      ? {
          // The snapshot was written by this very decider version, from a value of this very type.
          state: found.snapshot.state as State,
          revision: found.anchor.revision,
          lastEventId: found.anchor.id,
          position: found.anchor.position,
          recent: new Map(),
          snapshotRevision: found.anchor.revision,
        }
      : {
          state: structuredClone(decider.initialState),
          revision: -1,
          lastEventId: null,
          position: null,
          recent: new Map(),
          snapshotRevision: -1,
        };
    await readFrom(decider, stream, loaded);
    snapshotWhenDue(decider, stream, loaded);
    cache.set(stream, loaded);
    return loaded;
  };

  return {
    load: async (decider, stream) => {
      const cached = cache.get(stream);
      // One stream has one decider, named by its category: what lies in the cache under its name is of its type.
      return (
        (cached as LoadedStream<ReturnType<(typeof decider)['evolve']>> | undefined) ?? open(decider, stream)
      );
    },
    catchUp: async (decider, stream, loaded) => (await readFrom(decider, stream, loaded)) > 0,
    advance: (decider, stream, loaded, events) => {
      fold(decider, stream, loaded, events);
      snapshotWhenDue(decider, stream, loaded);
    },
    recall: (stream, loaded, key) => loaded.recent.get(key) ?? snapshots.recall(stream, key),
    forget: (stream) => {
      cache.delete(stream);
    },
  };
}
