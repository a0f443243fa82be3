import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { ItemFacts } from './facts.ts';
import type { BeginningCommand, ReceiveItem } from './itemCommands.ts';
import { UNKNOWN_REVISION } from './rules.ts';
import type { ItemState } from './state.ts';

/** Clocks differ. */
const AHEAD_MILLISECONDS = 5 * 60_000;

function receive(
  command: ReceiveItem,
  { codes, now, other, isKnownThere, revisionsAreKnown }: ItemFacts,
): Decision<ItemEvent> {
  const { type: _, at, ...data } = command;
  if (at !== null && Date.parse(at) > now + AHEAD_MILLISECONDS) {
    return refused({ rule: 'future', message: 'That is still to come.' });
  }
  if (!isKnownThere) {
    return refused({ rule: 'unknownParty', message: 'Whoever is to have it is not known here.' });
  }
  if (!revisionsAreKnown) return refused(UNKNOWN_REVISION);
  if (data.from !== null && other?.opens !== true) {
    const message = other
      ? `${other.name} is gone: nothing comes out of it any more.`
      : 'There is no such thing that it could have come out of.';
    return refused({ rule: 'fromGone', message });
  }
  const code = codes[data.itemId] ?? '';
  const when = new Date(at === null ? now : Date.parse(at)).toISOString();
  return accepted({ type: 'ItemReceived', data: { ...data, code, inferred: false, at: when } });
}

/** How a thing begins: made, received, or cut off another. What has begun in the same way stays as it is. */
export function decideBeginning(
  command: BeginningCommand,
  state: ItemState,
  facts: ItemFacts,
): Decision<ItemEvent> {
  if (state.status !== 'unwritten') {
    const begun = { MakeItem: 'made', CutItem: 'cut', ReceiveItem: null }[command.type];
    if (state.status === 'known' && state.begun === begun) return accepted();
    return refused({ rule: 'knownThing', message: 'This thing is written down already.' });
  }
  switch (command.type) {
    case 'MakeItem': {
      const { type: _, ...data } = command;
      return accepted({ type: 'ItemMade', data });
    }
    case 'CutItem': {
      const { type: _, ...data } = command;
      return accepted({ type: 'ItemCut', data });
    }
    case 'ReceiveItem':
      return receive(command, facts);
  }
}
