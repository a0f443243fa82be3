import type { Aliveness } from '../accounts/aliveness.ts';
import type { Chance } from '../accounts/chance.ts';
import type { Lease, ReactionState } from '../accounts/reactionState.ts';
import type { NoticeText, Told } from '../accounts/telling.ts';
import { uuidv5 } from '../commands/identity.ts';
import type { CommandHandler } from '../commands/outcome.ts';
import type { EventStore } from '../eventstore/port.ts';
import type { Views } from '../views/views.ts';
import type { Due, Duty } from './duty.ts';

/** Name of the lease: one process at a time looks at the clock. */
export const TIMERS = 'timers';
const LEASE_MILLISECONDS = 5_000;
const TURN_MILLISECONDS = 1_000;
const WAIT_FOR_VIEWS_MILLISECONDS = 10_000;
/** Namespace of the ids of notices, which derive from the duty and the notice's key. */
const NOTICES = '5b0c9f0e-6f0a-4d0c-9a55-3f2f3f3a7c11';

export interface TimersOptions {
  store: Pick<EventStore, 'head'>;
  views: Pick<Views, 'reader' | 'reached'>;
  commands: CommandHandler;
  state: Pick<ReactionState, 'tx'>;
  lease: Lease;
  aliveness: Aliveness;
  duties: readonly Duty[];
  /** How a notice is said by mail and push, in whichever language its reader wants. */
  wordsOf(notice: { kind: string; params: object }): Promise<Told<NoticeText>>;
  chance: Pick<Chance, 'uuid'>;
  /** This process, by a random name. */
  holder: string;
  clock(): number;
  log(level: 'warn' | 'error', message: string): void;
}

export interface Timers {
  /** Looks at every duty now, if this process holds the lease or can have it; answers whether it does. */
  lookNow(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Looks every few seconds, in the process that holds the lease, at what time has made due, and does it. What is due is
 * found in the state. The only time that is kept is when a server was last alive.
 */
export function startTimers(options: TimersOptions): Timers {
  const { store, views, commands, state, lease, aliveness, duties, holder, clock, log } = options;
  /** When each duty was last looked at, on the clock that never jumps. */
  const looked = new Map<Duty, number>();
  /** What this process has told and still finds due: not worth asking the database about again. */
  const told = new Map<string, Duty>();
  let closed = false;

  const carryOut = async (duty: Duty, { commands: due, notices, mails }: Due) => {
    for (const give of due) {
      if (closed) return;
      const actor = { kind: 'timer', name: duty.name } as const;
      const outcome = await give(commands, { actor, commandId: options.chance.uuid() });
      if (outcome.outcome === 'refused') {
        log('warn', `${duty.name} was refused: ${outcome.objections.map(({ rule }) => rule).join(', ')}`);
      }
    }
    const standing = new Set<string>();
    for (const { key, ...notice } of notices) {
      if (closed) return;
      const id = uuidv5(`${duty.name}:${notice.memberId}:${notice.kind}:${key}`, NOTICES);
      standing.add(id);
      if (told.has(id)) continue;
      const words = await options.wordsOf(notice);
      await state.tx((transaction) => transaction.addNotice({ id, ...notice }, words));
      told.set(id, duty);
    }
    for (const [id, by] of told) if (by === duty && !standing.has(id)) told.delete(id);
    if (mails.length === 0) return;
    await state.tx(async (transaction) => {
      for (const mail of mails) await transaction.addMail(mail);
    });
  };

  const look = async (due: readonly Duty[]) => {
    const downtime = await aliveness.touch(clock());
    if (due.length === 0) return;
    const head = await store.head();
    if (head !== null && !(await views.reached(head, WAIT_FOR_VIEWS_MILLISECONDS))) return;
    for (const duty of due) {
      if (closed) return;
      looked.set(duty, performance.now());
      try {
        await carryOut(duty, await duty.due({ views: views.reader, now: clock(), downtime }));
      } catch (error) {
        log('warn', `${duty.name} pauses: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };

  const isDue = (duty: Duty) =>
    performance.now() - (looked.get(duty) ?? Number.NEGATIVE_INFINITY) >= duty.every * 1_000;

  const turn = async (which: (duty: Duty) => boolean) => {
    if (closed || !(await lease.acquire(TIMERS, holder, LEASE_MILLISECONDS))) return false;
    await look(duties.filter(which));
    return true;
  };

  let running: Promise<unknown> = Promise.resolve();
  const queue = (which: (duty: Duty) => boolean): Promise<boolean> => {
    const mine = running.then(() => turn(which));
    running = mine.catch((error: unknown) => {
      log('warn', `timers could not take their turn: ${error instanceof Error ? error.message : error}`);
    });
    return mine;
  };
  let waiting = false;
  const timer = setInterval(() => {
    if (waiting) return;
    waiting = true;
    queue(isDue)
      .catch(() => {})
      .finally(() => {
        waiting = false;
      });
  }, TURN_MILLISECONDS);
  timer.unref();

  return {
    lookNow: () => queue(() => true),
    close: async () => {
      closed = true;
      clearInterval(timer);
      await running;
      await lease.release(TIMERS, holder).catch(() => {});
    },
  };
}
