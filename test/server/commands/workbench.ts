import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCommandHandler, type HandlerParts } from '../../../server/commands/handler.ts';
import { openSnapshots } from '../../../server/commands/snapshots.ts';
import { openStates } from '../../../server/commands/states.ts';
import type { EventStore } from '../../../server/eventstore/port.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { upcast } from '../../../server/eventstore/upcasting.ts';

export const NOON = Date.UTC(2026, 10, 22, 12);

export interface WorkbenchOptions extends Partial<HandlerParts> {
  snapshots?: string;
  maximumStreams?: number;
}

/** A command handler over a real log in `folder`; views that have always seen everything. */
export function openWorkbench(folder: string, options: WorkbenchOptions = {}) {
  const store: EventStore = options.store ?? openSqliteEventStore({ path: join(folder, 'log.db') });
  const snapshots = openSnapshots(join(folder, options.snapshots ?? 'snapshots.db'));
  const handler = createCommandHandler({
    store,
    states: openStates(store, snapshots, upcast, options.maximumStreams),
    views: { reached: async () => true },
    streamOfCommand: () => undefined,
    keepTexts: () => {},
    clock: () => NOON,
    ...options,
  });
  const close = async () => {
    snapshots.close();
    await store.close();
  };
  onTestFinished(close);
  return { store, handler, snapshots };
}

export const someMember = () => ({ kind: 'member' as const, memberId: randomUUID() });
