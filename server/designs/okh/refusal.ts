/** Why a manifest cannot be read, told apart from a manifest that has a field of that name. */
export class Refusal {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** What a parser says, in one line that may stand within a sentence. */
export const shortened = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]
    ?.replace(/[.:]\s*$/, '')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 160) ?? '';
