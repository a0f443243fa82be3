/** Why something could not be kept in this browser: its room is full, or it keeps nothing. */
export class NotKept extends Error {
  readonly why: 'full' | 'unable';

  constructor(why: NotKept['why'], cause: unknown) {
    super(`not kept: ${why}`, { cause });
    this.name = 'NotKept';
    this.why = why;
  }
}
