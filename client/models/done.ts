/** What a job of the worker hands back, and the buffers that move with it. */
export interface Done<Told> {
  told: Told;
  moved: ArrayBuffer[];
}

/** What was asked cannot be done: told in a kind that the pages have a sentence for. */
export class CannotBeDone extends Error {
  override name = 'CannotBeDone';
  readonly kind: string;
  /** Numbers and names for the sentence. */
  readonly said: Readonly<Record<string, string | number>>;

  constructor(kind: string, said: Readonly<Record<string, string | number>> = {}) {
    super(kind);
    this.kind = kind;
    this.said = said;
  }
}
