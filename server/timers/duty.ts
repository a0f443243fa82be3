import type { JsonObject } from '../../shared/event.ts';
import type { OutgoingMail } from '../accounts/outbox.ts';
import type { CommandHandler } from '../commands/outcome.ts';
import type { ViewsReader } from '../views/reader.ts';

/** A stretch of time in UTC milliseconds, `[start, end)`. */
export interface Stretch {
  start: number;
  end: number;
}

export interface DutyParts {
  /** They have seen everything that was in the log when the duty began. */
  views: ViewsReader;
  /** UTC milliseconds since 1970. */
  now: number;
  /** Stretches of the last week in which no server ran, in order. */
  downtime: readonly Stretch[];
}

/** Gives one command through the handler; the runner adds actor and commandId. */
export type DutyCommand = (
  handler: CommandHandler,
  given: { actor: { kind: 'timer'; name: string }; commandId: string },
) => ReturnType<CommandHandler['handle']>;

/** `key`: the same notice with the same key is written once, however often it is found due. */
export interface DueNotice {
  key: string;
  memberId: string;
  kind: string;
  params: JsonObject;
}

/** What time has made due. */
export interface Due {
  /** Each must do nothing where the state says that it is done: the next scan may give it again. */
  commands: DutyCommand[];
  notices: DueNotice[];
  /** Keyed as well, see {@link OutgoingMail}. */
  mails: OutgoingMail[];
}

export const NOTHING_DUE: Due = { commands: [], notices: [], mails: [] };

/**
 * Something that time makes due. It looks at the state and stores no last time: a server that stood still finds
 * everything that it missed, and a clock that jumps finds what is due by then.
 */
export interface Duty {
  /** As events name it: `timer:settleBookings`. */
  name: string;
  /** Seconds between two looks. */
  every: number;
  due(parts: DutyParts): Due | Promise<Due>;
}
