import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../../shared/event.ts';
import { isEventType, schemasOfEvents } from '../../shared/schemasOfEvents.ts';
import { type EventStore, type NewEvent, type RecordedEvent, StoreUnavailable } from '../eventstore/port.ts';
import { currentVersion } from '../eventstore/upcasting.ts';
import type { CommandDefinition, FreeText } from './definition.ts';
import { commandKey, eventId, hashOfCommand, nameOfActor } from './identity.ts';
import type { Accepted, CommandHandler, GivenCommand, Outcome } from './outcome.ts';
import type { RememberedCommand } from './recentCommands.ts';
import type { LoadedStream, States } from './states.ts';
import { StreamLocks } from './streamLocks.ts';

/** Attempts at one command while others keep writing to its stream. */
const ATTEMPTS = 6;
/** Commands of which this process remembers the stream until its views know it. */
const REMEMBERED_STREAMS = 10_000;
/** How long a reply waits for the views before it answers "not shown yet". */
const WAIT_FOR_VIEWS_MILLISECONDS = 2000;

export interface HandlerParts {
  store: EventStore;
  states: States;
  /** Resolves to whether this process's views have passed the position in time. */
  views: { reached(position: bigint, timeoutMilliseconds: number): Promise<boolean> };
  /** The stream on which a command of this key was carried out, as far as the views know. */
  streamOfCommand(key: string): string | undefined;
  /** Keeps free texts in accounts, before the event that refers to them; repeating is harmless. Awaited. */
  keepTexts(texts: readonly FreeText[], author: string): unknown;
  clock(): number;
  /** Told of each outcome, for the metrics. */
  onOutcome?(type: string, outcome: Outcome['outcome']): void;
}

/** The one command handler: load, decide, append, wait. */
export function createCommandHandler(parts: HandlerParts): CommandHandler {
  const { store, states, views, clock } = parts;
  const locks = new StreamLocks();
  const streamByKey = new LRUCache<string, string>({ max: REMEMBERED_STREAMS });

  async function carryOut<Command, State, Event extends { type: string; data: object }, Facts>(
    definition: CommandDefinition<Command, State, Event, Facts>,
    given: GivenCommand<Command>,
    stream: string,
  ): Promise<Outcome> {
    const { decider, type } = definition;
    const { command, actor, commandId } = given;
    const key = commandKey(actor, commandId);
    const commandHash = hashOfCommand(type, command);

    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const loaded = await states.load<State>(decider, stream);
      const remembered = states.recall(stream, loaded, key);
      if (remembered) return repeated(stream, remembered, commandHash);
      const elsewhere = streamByKey.get(key) ?? parts.streamOfCommand(key);
      if (elsewhere !== undefined && elsewhere !== stream) return { outcome: 'commandIdReused' };

      // Whatever speaks against a command must rest on the newest events, not on what this process last saw.
      const current = definition.entityRevision?.(loaded.state, command);
      if (given.ifMatch !== undefined && given.ifMatch !== current) {
        if (await states.catchUp<State>(decider, stream, loaded)) continue;
        return { outcome: 'stale', current: current ?? null };
      }
      const now = clock();
      const facts = await definition.facts(command, { actor, now }, loaded.state);
      const decision = decider.decide(command, loaded.state, facts);
      if (decision.outcome === 'refused') {
        if (await states.catchUp<State>(decider, stream, loaded)) continue;
        return decision;
      }
      if (given.dryRun) return { outcome: 'wouldBeAccepted' };
      if (decision.events.length === 0) return nothingToDo(stream, loaded);

      const at = new Date(now).toISOString();
      const events = decision.events.map(
        (event, index): NewEvent => ({
          id: eventId(key, index),
          type: event.type,
          data: checked(event),
          metadata: {
            at,
            actor: nameOfActor(actor),
            commandId,
            commandHash,
            version: currentVersion(event.type),
          },
        }),
      );
      if (given.texts && given.texts.length > 0) {
        await parts.keepTexts(given.texts, actor.kind === 'member' ? actor.memberId : nameOfActor(actor));
      }
      const expected = loaded.revision === -1 ? 'none' : loaded.revision;
      const appended = await store.append(stream, events, expected).catch((error: unknown) => {
        if (error instanceof StoreUnavailable) states.forget(stream);
        throw error;
      });
      if (appended.outcome === 'wrongExpectedRevision') {
        await states.catchUp<State>(decider, stream, loaded);
        continue;
      }
      const recorded = events.map(
        (event, index): RecordedEvent => ({
          ...event,
          stream,
          revision: appended.revision - events.length + 1 + index,
          position: appended.position,
        }),
      );
      states.advance<State>(decider, stream, loaded, recorded);
      streamByKey.set(key, stream);
      return {
        outcome: 'accepted',
        stream,
        eventIds: events.map((event) => event.id),
        revision: appended.revision,
        position: appended.position,
        repeated: false,
        seen: false,
      };
    }
    return { outcome: 'contended' };
  }

  return {
    async handle(definition, given) {
      const stream = definition.stream(given.command);
      // By key first: the same commandId given to two streams at the same moment is carried out on one of them.
      const outcome = await locks.run(commandKey(given.actor, given.commandId), () =>
        locks.run(stream, () => carryOut(definition, given, stream)),
      );
      parts.onOutcome?.(definition.type, outcome.outcome);
      if (outcome.outcome !== 'accepted') return outcome;
      return { ...outcome, seen: await views.reached(outcome.position, WAIT_FOR_VIEWS_MILLISECONDS) };
    },
  };
}

/** The event's data as its schema has it. A decider that makes anything else has a fault: nothing is written. */
function checked(event: { type: string; data: object }): JsonObject {
  if (!isEventType(event.type)) throw new Error(`no schema for event type ${event.type}`);
  return schemasOfEvents[event.type].parse(event.data);
}

function repeated(stream: string, remembered: RememberedCommand, commandHash: string): Outcome {
  if (remembered.hash !== commandHash) return { outcome: 'commandIdReused' };
  const { key, events, revision, position } = remembered;
  const eventIds = Array.from({ length: events }, (_, index) => eventId(key, index));
  return { outcome: 'accepted', stream, eventIds, revision, position, repeated: true, seen: false };
}

/** A command that changes nothing is accepted where the stream stands; there is nothing to remember. */
function nothingToDo<State>(stream: string, loaded: LoadedStream<State>): Accepted {
  const { revision, position } = loaded;
  return {
    outcome: 'accepted',
    stream,
    eventIds: [],
    revision,
    position: position ?? 0n,
    repeated: false,
    seen: false,
  };
}
