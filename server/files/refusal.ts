/** Why a file is not taken, as a sentence for whoever sends it. */
export class FileRefused extends Error {
  override name = 'FileRefused';
  readonly reason: 'content' | 'tooLarge';
  constructor(reason: 'content' | 'tooLarge', sentence: string) {
    super(sentence);
    this.reason = reason;
  }
}

export const cutOff = (what: string): FileRefused =>
  new FileRefused('content', `The ${what} is cut off or damaged: send it again.`);
