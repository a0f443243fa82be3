import { concerns, type TabMessage } from './changes.ts';

/** Messages that are remembered of one reading. */
const MOST = 200;

/**
 * What moved while a view was read, before anybody knew that the view shows it: a plan tells itself what would change it,
 * and something of that may have moved since the server looked.
 */
export class Overheard {
  #messages: TabMessage[] = [];

  begin(): void {
    this.#messages = [];
  }

  /** @param known topics by which a reading begins anew in any case. */
  hear(message: TabMessage, known: readonly string[]): void {
    if (message.kind !== 'change' || concerns(known, message)) return;
    this.#messages.push(message);
    // Who has heard so much reads again.
    if (this.#messages.length > MOST) this.#messages = [{ kind: 'gap' }];
  }

  concerns(topics: readonly string[]): boolean {
    return this.#messages.some((message) => concerns(topics, message));
  }
}
