/** What is remembered of a command that was carried out, to answer its repetition. */
export interface RememberedCommand {
  /** Idempotency key (`commandKey`). */
  key: string;
  hash: string;
  /** How many events it wrote, and where they ended. */
  events: number;
  revision: number;
  position: bigint;
  /** UTC milliseconds. */
  at: number;
}

/** A repetition is recognised for this long … */
export const REMEMBERED_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;
/** … or for this many commands of the stream, whichever lasts longer. */
export const REMEMBERED_COMMANDS = 1000;
