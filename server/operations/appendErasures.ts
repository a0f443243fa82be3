import type { Erasure } from '../accounts/erasureList.ts';
import type { Actor } from '../commands/definition.ts';
import { createCommandHandler } from '../commands/handler.ts';
import { derivedId } from '../commands/identity.ts';
import type { Outcome } from '../commands/outcome.ts';
import { openSnapshots } from '../commands/snapshots.ts';
import { openStates } from '../commands/states.ts';
import type { EventStore, RecordedEvent } from '../eventstore/port.ts';
import { upcast } from '../eventstore/upcasting.ts';
import { memberCommands, memberStream } from '../members/commands.ts';
import { workshopsOf } from '../members/queries.ts';
import { projections } from '../projections.ts';
import { openViews } from '../views/views.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { eventsOf } from './eventsOf.ts';

const OPERATOR: Actor = { kind: 'operator' };

/** Derived, so that a restore that is repeated finds its own commands carried out. */
const commandIdFor = (memberId: string, stream: string): string => derivedId(memberId, `restored ${stream}`);

/** Whether a restore added this event for one of the erased. */
export function isFromRestore(event: RecordedEvent, erased: Iterable<string>): boolean {
  const { actor, commandId } = event.metadata;
  if (actor !== 'operator') return false;
  for (const memberId of erased) if (commandId === commandIdFor(memberId, event.stream)) return true;
  return false;
}

/** Those of the erased whom the log names, but as if they were still here. */
export async function erasedButPresent(store: EventStore, erasures: readonly Erasure[]): Promise<string[]> {
  const ids = new Set(erasures.map(({ memberId }) => memberId));
  const named = new Set<string>();
  if (ids.size === 0) return [];
  for await (const { stream, type, data } of eventsOf(store)) {
    for (const value of Object.values(data))
      if (typeof value === 'string' && ids.has(value)) named.add(value);
    if (type !== 'MemberErased' || typeof data.memberId !== 'string') continue;
    if (stream !== memberStream(data.memberId)) continue;
    named.delete(data.memberId);
    ids.delete(data.memberId);
  }
  return [...named];
}

/**
 * Erases members from a log that is older than their erasure: their offices, where a workshop is not left without a
 * steward, and then themselves, in any case. Through the real commands, on views of their own in `folder`.
 * @returns sentences about what could not be done.
 */
export async function appendErasures(
  store: EventStore,
  folder: string,
  memberIds: readonly string[],
  clock: () => number,
): Promise<string[]> {
  const views = await openViews({ store, folder, slot: 0, projections, clock });
  const snapshots = openSnapshots(`${folder}/snapshots-0.db`);
  try {
    const handler = createCommandHandler({
      store,
      states: openStates(store, snapshots, upcast),
      views,
      streamOfCommand: views.streamOfCommand,
      keepTexts: () => {},
      clock,
    });
    const notes: string[] = [];
    for (const memberId of memberIds) {
      for (const { workshopId } of workshopsOf(views.reader, memberId)) {
        const released = await handler.handle(workshopCommands(views.reader).ReleaseFromOffices, {
          command: { type: 'ReleaseFromOffices', workshopId, memberId, erased: true },
          actor: OPERATOR,
          commandId: commandIdFor(memberId, `workshop-${workshopId}`),
        });
        if (released.outcome !== 'accepted') notes.push(leftSteward(memberId, workshopId, released));
      }
      const erased = await handler.handle(memberCommands(views.reader).EraseMember, {
        command: { type: 'EraseMember', memberId },
        actor: OPERATOR,
        commandId: commandIdFor(memberId, memberStream(memberId)),
      });
      if (erased.outcome !== 'accepted')
        throw new Error(`the erasure of ${memberId} was not accepted: ${erased.outcome}`);
    }
    return notes;
  } finally {
    snapshots.close();
    await views.close();
  }
}

const leftSteward = (memberId: string, workshopId: string, outcome: Outcome): string =>
  `The erased member ${memberId} still stands as steward of the workshop ${workshopId} (${
    outcome.outcome === 'refused'
      ? outcome.objections.map(({ message }) => message).join(' ')
      : outcome.outcome
  })`;
