import type { JsonObject } from '../../shared/event.ts';
import type { EventType } from '../../shared/schemasOfEvents.ts';
import type { InvitationText, Told } from '../accounts/telling.ts';
import { uuidv5 } from '../commands/identity.ts';
import type { CommandHandler } from '../commands/outcome.ts';
import type { ProjectedEvent } from '../views/projection.ts';
import type { ViewsReader } from '../views/reader.ts';

/** What a reaction may ask while it thinks: views that have seen the event. */
export interface ReactionParts {
  views: ViewsReader;
  /** UTC milliseconds since 1970. */
  now: number;
}

/** Gives one command through the handler; the runner adds actor and commandId. */
export type ReactionCommand = (
  handler: CommandHandler,
  given: { actor: { kind: 'reaction'; name: string }; commandId: string },
) => ReturnType<CommandHandler['handle']>;

/** What follows from an event: commands on other streams, and notices to members. */
export interface Consequences {
  /** `stream` tells the commands of one reaction apart, so that each has its own commandId. */
  commands: { stream: string; give: ReactionCommand }[];
  notices: { memberId: string; kind: string; params: JsonObject }[];
  /** For the calendars of members who want that. */
  invitations?: { memberId: string; words: Told<InvitationText> }[];
}

/** The commandId under which a reaction gives a command: the same each time that it runs for the event. */
export const reactionCommandId = (reaction: string, stream: string, eventId: string): string =>
  uuidv5(`${reaction}:${stream}`, eventId);

/** One event leads to another. It may run more than once for the same event, and does the same each time. */
export interface Reaction {
  name: string;
  on: readonly EventType[];
  react(event: ProjectedEvent, parts: ReactionParts): Consequences | Promise<Consequences>;
}

/**
 * Tells the member whom an event names, unless it was their own act or they are erased. The notice holds ids and
 * instants only: names, times and texts are joined when it is read.
 */
export function noticeToMember(
  { type, data, actor }: ProjectedEvent,
  isErased: (memberId: string) => boolean,
): Consequences {
  if (!('memberId' in data) || actor === `member:${data.memberId}` || isErased(data.memberId)) {
    return { commands: [], notices: [] };
  }
  const { memberId, ...params } = data;
  return { commands: [], notices: [{ memberId, kind: type, params }] };
}
