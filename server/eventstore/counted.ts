import type { EventStore } from './port.ts';

/** The same log, telling how many events each append of this process wrote. */
export function countedAppends(store: EventStore, count: (events: number) => void): EventStore {
  return {
    append: async (stream, events, expected) => {
      const appended = await store.append(stream, events, expected);
      if (appended.outcome === 'appended') count(events.length);
      return appended;
    },
    read: (stream, options) => store.read(stream, options),
    readAll: (options) => store.readAll(options),
    head: () => store.head(),
    subscribe: (options, handler) => store.subscribe(options, handler),
    close: () => store.close(),
  };
}
