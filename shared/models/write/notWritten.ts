/** A model that cannot be written: told in a kind that the pages have a sentence for. */
export class NotWritten extends Error {
  override name = 'NotWritten';
  readonly kind: 'empty' | 'tooLarge' | 'notFinite';
  /** Numbers and names for the sentence. */
  readonly said: Readonly<Record<string, string | number>>;

  constructor(kind: NotWritten['kind'], said: Readonly<Record<string, string | number>> = {}) {
    super(kind);
    this.kind = kind;
    this.said = said;
  }
}
