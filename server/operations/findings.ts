const MOST_TOLD = 50;

/** What a check found, in sentences. Only the first fifty are kept; all are counted. */
export class Findings {
  readonly sentences: string[] = [];
  count = 0;

  add(sentence: string): void {
    if (++this.count <= MOST_TOLD) this.sentences.push(sentence);
  }
}
