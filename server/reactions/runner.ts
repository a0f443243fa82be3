import type { NewNotice } from '../accounts/notices.ts';
import type { Lease, ReactionState } from '../accounts/reactionState.ts';
import type { InvitationText, NoticeText, Told } from '../accounts/telling.ts';
import { uuidv5 } from '../commands/identity.ts';
import type { CommandHandler } from '../commands/outcome.ts';
import type { EventStore, RecordedEvent, Subscription } from '../eventstore/port.ts';
import { projected } from '../views/apply.ts';
import type { Views } from '../views/views.ts';
import { type Consequences, type Reaction, reactionCommandId } from './reaction.ts';

/** Name of the checkpoint and of the lease: one process at a time runs all reactions. */
export const REACTIONS = 'reactions';
const LEASE_MILLISECONDS = 5_000;
const RENEW_MILLISECONDS = 1_500;
/** Passed-over events after which the checkpoint is written anyway, to keep a restart short. */
const CHECKPOINT_EVERY = 2_000;
/** And no later than so long after them: a restart need not look at them again. */
const CHECKPOINT_AFTER_MILLISECONDS = 1_000;
const WAIT_FOR_VIEWS_MILLISECONDS = 10_000;

export interface ReactionsOptions {
  store: EventStore;
  views: Pick<Views, 'reader' | 'reached'>;
  commands: CommandHandler;
  state: ReactionState;
  lease: Lease;
  reactions: readonly Reaction[];
  /** Puts a notice into words, for mail and push; without it the program's own list alone has it. */
  wordsOf?(notice: Consequences['notices'][number]): Promise<Told<NoticeText>>;
  /** Whether a member has invitations mailed: most have not, and every booking would ask for one. */
  wantsInvitations(memberId: string): Promise<boolean>;
  /** This process, by a random name. */
  holder: string;
  clock(): number;
  log(level: 'warn' | 'error', message: string): void;
}

/** Another process has taken over, or the lease could not be renewed in time. */
class LeaseLost extends Error {
  override name = 'LeaseLost';
  override message =
    'another process has taken over, or this one was busy for too long to say that it is there';
}

/**
 * Runs reactions while this process holds the lease: from the durable checkpoint on, each event at least once, its
 * commands and notices exactly once (their ids derive from the event's). Checkpoint and notices are one transaction.
 */
export function startReactions(options: ReactionsOptions): { close(): Promise<void> } {
  const { store, views, commands, state, lease, holder } = options;
  const byType = Map.groupBy(
    options.reactions.flatMap((reaction) => reaction.on.map((type) => ({ type: type as string, reaction }))),
    ({ type }) => type,
  );
  let subscription: Subscription | undefined;
  let closed = false;
  let passedOver = 0;
  let done = -1n;

  /** Answers whether anything came of it: where nothing did, nothing has to be written either. */
  const reactTo = async (recorded: RecordedEvent, reactions: Reaction[]): Promise<boolean> => {
    if (!(await views.reached(recorded.position, WAIT_FOR_VIEWS_MILLISECONDS))) {
      throw new Error('the views are behind');
    }
    const event = projected(recorded);
    const notices: { notice: NewNotice; words: Told<NoticeText> | undefined }[] = [];
    let gaveCommands = false;
    const invitations: { key: string; memberId: string; words: Told<InvitationText> }[] = [];
    for (const reaction of reactions) {
      const follows = await reaction.react(event, { views: views.reader, now: options.clock() });
      for (const { stream, give } of follows.commands) {
        const commandId = reactionCommandId(reaction.name, stream, event.id);
        gaveCommands = true;
        const outcome = await give(commands, { actor: { kind: 'reaction', name: reaction.name }, commandId });
        if (outcome.outcome === 'contended') throw new Error(`${stream} is contended`);
        if (outcome.outcome === 'refused') {
          const reasons = outcome.objections.map((objection) => objection.rule).join(', ');
          options.log('warn', `reaction ${reaction.name} to ${event.id} was refused: ${reasons}`);
        }
      }
      for (const notice of follows.notices) {
        const id = uuidv5(`${reaction.name}:${notice.memberId}:${notice.kind}`, event.id);
        notices.push({ notice: { id, ...notice }, words: await options.wordsOf?.(notice) });
      }
      for (const { memberId, words } of follows.invitations ?? []) {
        if (!(await options.wantsInvitations(memberId))) continue;
        invitations.push({ key: uuidv5(`${reaction.name}:${memberId}`, event.id), memberId, words });
      }
    }
    if (!gaveCommands && notices.length + invitations.length === 0) return false;
    await state.tx(async (transaction) => {
      if (!(await transaction.holdsLease(REACTIONS, holder))) throw new LeaseLost();
      for (const { notice, words } of notices) await transaction.addNotice(notice, words);
      for (const { words, ...to } of invitations) await transaction.addInvitation(to, words);
      await transaction.setCheckpoint(REACTIONS, recorded.position);
    });
    return true;
  };

  let noting: NodeJS.Timeout | undefined;
  let noted: Promise<void> = Promise.resolve();
  const notePassedOver = () => {
    noting = undefined;
    if (closed || passedOver === 0) return;
    passedOver = 0;
    const position = done;
    noted = state
      .tx((transaction) => transaction.setCheckpoint(REACTIONS, position))
      .catch((error: unknown) => options.log('warn', `reactions could not note how far they are: ${error}`));
  };

  const handle = async (events: RecordedEvent[]) => {
    for (const event of events) {
      if (closed) return;
      // After a failure the batch comes again; what was done stays done.
      if (event.position <= done) continue;
      const reactions = byType.get(event.type)?.map(({ reaction }) => reaction);
      const reacted = reactions !== undefined && (await reactTo(event, reactions));
      if (!reacted && ++passedOver >= CHECKPOINT_EVERY) {
        passedOver = 0;
        await state.tx((transaction) => transaction.setCheckpoint(REACTIONS, event.position));
      }
      done = event.position;
    }
    if (passedOver > 0) noting ??= setTimeout(notePassedOver, CHECKPOINT_AFTER_MILLISECONDS).unref();
  };

  const follow = async () => {
    const checkpoint = await startingPoint(store, state);
    done = checkpoint ?? -1n;
    subscription = store.subscribe(checkpoint === null ? {} : { after: checkpoint }, async (events) => {
      try {
        await handle(events);
      } catch (error) {
        options.log('warn', `reactions pause: ${error instanceof Error ? error.message : String(error)}`);
        throw error;
      }
    });
  };

  const unfollow = async () => {
    const leaving = subscription;
    subscription = undefined;
    await leaving?.close();
  };

  /** Holds the lease as long as it can, and follows the log exactly while it does. */
  const turn = async () => {
    if (subscription) {
      if (!(await lease.renew(REACTIONS, holder, LEASE_MILLISECONDS))) await unfollow();
      return;
    }
    if (await lease.acquire(REACTIONS, holder, LEASE_MILLISECONDS)) await follow();
  };

  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = running.then(turn).catch((error: unknown) => {
      options.log(
        'warn',
        `reactions could not take their turn: ${error instanceof Error ? error.message : error}`,
      );
    });
  };
  const timer = setInterval(tick, RENEW_MILLISECONDS);
  timer.unref();
  tick();

  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      clearTimeout(noting);
      await running;
      await unfollow();
      await noted;
      await lease.release(REACTIONS, holder).catch(() => {});
    },
  };
}

/**
 * The checkpoint, but never past the log: after a restore the accounts may be newer than the log, and what comes then
 * must still be reacted to.
 */
async function startingPoint(store: EventStore, state: ReactionState): Promise<bigint | null> {
  const checkpoint = await state.checkpoint(REACTIONS);
  const head = await store.head();
  if (checkpoint === null || head === null) return null;
  if (checkpoint > head) return head;
  return checkpoint;
}
