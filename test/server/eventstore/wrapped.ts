import type { EventStore } from '../../../server/eventstore/port.ts';

/** The same log, with some of its methods in other hands: to watch them, or to make them fail. */
export function wrapped(store: EventStore, instead: Partial<EventStore>): EventStore {
  return {
    append: (...args) => store.append(...args),
    read: (...args) => store.read(...args),
    readAll: (options) => store.readAll(options),
    head: () => store.head(),
    subscribe: (options, handler) => store.subscribe(options, handler),
    close: () => store.close(),
    ...instead,
  };
}
