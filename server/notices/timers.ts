import type { Lease, ReactionState } from '../accounts/reactionState.ts';
import type { NoticeText, Told } from '../accounts/telling.ts';
import { timedNotices } from './timed.ts';
import { mailDigests, type WeeklyParts } from './weekly.ts';

const NAME = 'noticeTimers';
const EVERY_MILLISECONDS = 30_000;
const LEASE_MILLISECONDS = 90_000;

export interface NoticeTimersOptions extends WeeklyParts {
  state: ReactionState;
  lease: Lease;
  wordsOf(notice: { kind: string; params: object }): Promise<Told<NoticeText>>;
  /** This process, by a random name. */
  holder: string;
  clock(): number;
  log(level: 'warn' | 'error', message: string): void;
  /** Default every half minute. */
  everyMilliseconds?: number;
}

/** Tells what the clock makes news, in one process at a time. What was missed while stopped is told late. */
export function startNoticeTimers(options: NoticeTimersOptions): { close(): Promise<void> } {
  const { views, state, lease, holder, clock } = options;
  const told = new Set<string>();
  const digested = new Set<string>();
  let closed = false;

  const look = async () => {
    if (!(await lease.acquire(NAME, holder, LEASE_MILLISECONDS))) return;
    const notices = timedNotices(views, clock());
    for (const notice of notices) {
      if (closed) return;
      if (told.has(notice.id)) continue;
      const words = await options.wordsOf(notice);
      await state.tx((transaction) => transaction.addNotice(notice, words));
      told.add(notice.id);
    }
    const standing = new Set(notices.map(({ id }) => id));
    for (const id of told) if (!standing.has(id)) told.delete(id);
    await mailDigests(options, clock(), digested);
  };

  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => {
        if (closed) return;
        options.log('warn', `Timed notices wait: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        looking = undefined;
      });
  }, options.everyMilliseconds ?? EVERY_MILLISECONDS).unref();

  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await looking;
      await lease.release(NAME, holder).catch(() => {});
    },
  };
}
