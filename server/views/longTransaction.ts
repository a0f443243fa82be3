import type { ViewsDatabase } from './database.ts';

/** What a power cut or a kill takes back at most; the log gives it again at the next start. */
const COMMIT_AFTER_MILLISECONDS = 1_000;
const COMMIT_AFTER_EVENTS = 20_000;

/**
 * Many batches in one transaction. The one reader of a view file is this very process, on this very connection: it
 * sees each batch at once. Committing each would write the same pages of the indexes over and over.
 */
export class LongTransaction {
  readonly #views: ViewsDatabase;
  readonly #onLost: () => void;
  #events = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param onLost told when the disk has refused a commit: the views stand again where the last one left them. */
  constructor(views: ViewsDatabase, onLost: () => void) {
    this.#views = views;
    this.#onLost = onLost;
  }

  /** All of `work` or nothing of it. */
  run(events: number, work: () => void): void {
    const { database, prepare } = this.#views;
    if (!database.isTransaction) prepare('begin').run();
    prepare('savepoint batch').run();
    try {
      work();
      prepare('release batch').run();
    } catch (error) {
      if (database.isTransaction) {
        database.exec('rollback to batch; release batch');
        this.#views.reread();
      } else this.#lost();
      throw error;
    }
    this.#events += events;
    if (this.#events >= COMMIT_AFTER_EVENTS) this.commit();
    else this.#timer ??= setTimeout(() => this.commit(), COMMIT_AFTER_MILLISECONDS).unref();
  }

  commit(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#events = 0;
    const { database, prepare } = this.#views;
    if (!database.isOpen || !database.isTransaction) return;
    try {
      prepare('commit').run();
    } catch {
      if (database.isTransaction) database.exec('rollback');
      this.#lost();
    }
  }

  #lost(): void {
    this.#events = 0;
    this.#views.reread();
    this.#onLost();
  }
}
