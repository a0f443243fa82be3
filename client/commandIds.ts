/**
 * Remembers the id of each command until its outcome is known, so that a retry (by the person, by the network, by a
 * double click) is the same command and can be carried out once only.
 */
export class CommandIds {
  readonly #open = new Map<string, string>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** The id for this content: the same one as long as nobody has called `settle` for it. */
  idFor(content: string): string {
    const known = this.#open.get(content);
    if (known) return known;
    const id = this.#newId();
    this.#open.set(content, id);
    return id;
  }

  /** The outcome is known: the same content given again is a new command. */
  settle(content: string): void {
    this.#open.delete(content);
  }
}
