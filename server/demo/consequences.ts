import type { ReactionState } from '../accounts/reactionState.ts';
import { uuidv5 } from '../commands/identity.ts';
import type { CommandHandler } from '../commands/outcome.ts';
import type { EventStore } from '../eventstore/port.ts';
import type { Reaction } from '../reactions/reaction.ts';
import { projected } from '../views/apply.ts';
import type { ViewsReader } from '../views/reader.ts';

const BATCH = 100;

export interface ConsequenceParts {
  store: EventStore;
  views: ViewsReader;
  commands: CommandHandler;
  reactions: readonly Reaction[];
  state: ReactionState;
  clock(): number;
  /** Older notices would have been read long ago: they are left out. UTC milliseconds. */
  noticesSince: number;
}

/**
 * Lets follow what follows from the newest events, at the very moment they happen: the real reactions, with the ids
 * that their runner gives, but in step with the demo's clock.
 */
export function consequencesOf(parts: ConsequenceParts): () => Promise<void> {
  const { store, views, commands, reactions, state, clock } = parts;
  let after: bigint | undefined;
  return async () => {
    for (;;) {
      const events = await store.readAll(after === undefined ? { limit: BATCH } : { limit: BATCH, after });
      if (events.length === 0) return;
      for (const recorded of events) {
        const event = projected(recorded);
        for (const reaction of reactions) {
          if (!reaction.on.includes(event.type)) continue;
          const follows = await reaction.react(event, { views, now: clock() });
          for (const { stream, give } of follows.commands) {
            const commandId = uuidv5(`${reaction.name}:${stream}`, event.id);
            await give(commands, { actor: { kind: 'reaction', name: reaction.name }, commandId });
          }
          if (clock() < parts.noticesSince) continue;
          for (const notice of follows.notices) {
            const id = uuidv5(`${reaction.name}:${notice.memberId}:${notice.kind}`, event.id);
            await state.tx((transaction) => transaction.addNotice({ id, ...notice }));
          }
        }
        after = recorded.position;
      }
    }
  };
}
