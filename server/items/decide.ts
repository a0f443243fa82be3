import type { Objection } from '../../shared/bookings/rules.ts';
import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decider, type Decision, refused } from '../commands/decider.ts';
import { decideBeginning } from './beginning.ts';
import { decideCorrection } from './correcting.ts';
import { eventOf } from './doing.ts';
import type { ItemFacts } from './facts.ts';
import type { DatedCommand, ItemCommand } from './itemCommands.ts';
import { RULES } from './rules.ts';
import { evolveItem, type ItemState, type KnownItem, looseOf } from './state.ts';

/** Clocks differ. */
const AHEAD_MILLISECONDS = 5 * 60_000;

/** What was done to it where it was is taken late as well: only not before there was anything to do it to. */
const PLACES_NOTHING: readonly string[] = ['RepairItem', 'ModifyItem'] satisfies DatedCommand['type'][];

/** The newest fact that placed it. */
const placedSince = ({ placement }: KnownItem) =>
  placement.status === 'loose' || placement.status === 'fitted' ? placement.since : looseOf(placement).since;

/**
 * When it happened: as was said, else now. Earlier than what is known of it last, it is refused; inferred, it happened
 * right after that.
 */
function momentOf(
  { type, at, infer }: DatedCommand,
  state: KnownItem,
  now: number,
): { at: string; objections: Objection[] } {
  const since = PLACES_NOTHING.includes(type) ? state.since : placedSince(state);
  if (at === null) return { at: new Date(Math.max(now, since)).toISOString(), objections: [] };
  const said = Date.parse(at);
  if (said > now + AHEAD_MILLISECONDS) {
    return { at, objections: [{ rule: 'future', message: 'That is still to come.' }] };
  }
  if (said >= since) return { at: new Date(said).toISOString(), objections: [] };
  const moved = new Date(since).toISOString();
  if (infer) return { at: moved, objections: [] };
  const message = 'Something later is written down of it already.';
  const offer = 'It was right after what is written down last';
  return { at: moved, objections: [{ rule: 'beforeKnown', message, offer }] };
}

/** Carries out what is dated, with what has to be written down first. */
function decideDated(command: DatedCommand, state: KnownItem, facts: ItemFacts): Decision<ItemEvent> {
  const { at, objections } = momentOf(command, state, facts.now);
  const found: Objection[] = [...objections];
  const first: ItemEvent[] = [];
  let reached = state;
  for (const rule of RULES) {
    const finding = rule({ command, state: reached, facts, at });
    if (finding === null) continue;
    const { lifts, ...objection } = finding;
    if (lifts === undefined || !command.infer) found.push(objection);
    if (lifts === undefined) continue;
    first.push(...lifts);
    reached = withEvents(reached, lifts);
  }
  if (found.length > 0) return refused(...found);
  const event = eventOf(command, reached, facts, at);
  return event === null ? accepted() : accepted(...first, event);
}

function withEvents(state: KnownItem, events: readonly ItemEvent[]): KnownItem {
  let reached: ItemState = state;
  for (const event of events) {
    reached = evolveItem(reached, event, { revision: state.revision, at: 0 });
  }
  return reached.status === 'known' ? reached : state;
}

/** A machine is a thing of the same id: the first that is written down of the thing is that it is there. */
function opened(
  { itemId, by }: { itemId: string; by: string },
  { machine }: ItemFacts,
): { state: KnownItem; event: ItemEvent } | null {
  if (machine === null) return null;
  const { workshopId, code, description, owner, how, since } = machine;
  const data = { itemId, workshopId, code, description, owner, serial: null, how, from: null, grade: null };
  const rest = { shelf: null, price: null, noteId: null, inferred: true };
  const event: ItemEvent = {
    type: 'ItemReceived',
    data: { ...data, ...rest, at: new Date(since).toISOString(), by },
  };
  const state = evolveItem({ status: 'unwritten' }, event, { revision: -1, at: since });
  return state.status === 'known' ? { state, event } : null;
}

const UNKNOWN = { rule: 'unknownThing', message: 'There is no such thing.' };
const BEING_MADE = { rule: 'beingMade', message: 'It is still being made.' };

/** The rulebook of `item-{id}`: one physical thing, which is in one place at a time. */
export const itemDecider: Decider<ItemState, ItemCommand, ItemEvent, ItemFacts> = {
  category: 'item',
  version: 3,
  initialState: { status: 'unwritten' },
  evolve: evolveItem,
  decide(command, state, facts) {
    switch (command.type) {
      case 'MakeItem':
      case 'ReceiveItem':
      case 'CutItem':
        return decideBeginning(command, state, facts);
      case 'RefuseFitting':
        return decideCorrection(command, state, facts);
    }
    if (state.status === 'neverWas') {
      // A piece is there with the cut that made it, and not without.
      if (command.type === 'TakeBackEnd' && state.was.begun === 'received') {
        const { itemId, by } = command;
        return accepted({ type: 'ItemEndTakenBack', data: { itemId, inferred: false, by } });
      }
      return refused({ rule: 'neverWas', message: 'It never was: it had been written down by mistake.' });
    }
    if (state.status === 'known') return decideKnown(command, state, facts);
    const opening = opened(command, facts);
    if (opening === null) return refused(facts.isBeingMade ? BEING_MADE : UNKNOWN);
    const decision = decideKnown(command, opening.state, facts);
    if (decision.outcome === 'refused' || decision.events.length === 0) return decision;
    return accepted(opening.event, ...decision.events);
  },
};

type OfKnown = Exclude<ItemCommand, { type: 'MakeItem' | 'ReceiveItem' | 'CutItem' }>;

function decideKnown(command: OfKnown, state: KnownItem, facts: ItemFacts): Decision<ItemEvent> {
  switch (command.type) {
    case 'FitPart':
    case 'RecoverPart':
    case 'MoveItem':
    case 'LendItem':
    case 'ReturnItem':
    case 'GiveItem':
    case 'RepairItem':
    case 'ModifyItem':
    case 'ConsumeItem':
    case 'ScrapItem':
    case 'SplitItem':
      return decideDated(command, state, facts);
    default:
      return decideCorrection(command, state, facts);
  }
}
