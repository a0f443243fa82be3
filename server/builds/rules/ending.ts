import type { Objection } from '../../../shared/bookings/rules.ts';
import { accepted, refused } from '../../commands/decider.ts';
import type { BuildCommand, CompleteBuild, Plate } from '../buildCommands.ts';
import type { BuildDecision, BuildFacts } from '../decide.ts';
import { numbered } from '../numbered.ts';
import type { BegunBuild } from '../state.ts';
import { againstTime, happenedAt } from './timing.ts';

type Rule = (command: CompleteBuild, state: BegunBuild, facts: BuildFacts) => Objection[];

const isInTime: Rule = ({ at }, _state, { now }) => againstTime(at, now);

const namesOwnThings: Rule = ({ things }, state) =>
  things.some(({ itemId }) => !state.things.includes(itemId))
    ? [{ rule: 'unknownThing', message: 'This build makes no such thing.' }]
    : [];

/** A serial stands on one thing of a design only. */
const serialsAreFree: Rule = ({ things }, _state, { plates }) => {
  const asked = things.flatMap(({ serial }) => (serial === null ? [] : [serial]));
  const twice = asked.find((serial, index) => asked.indexOf(serial) !== index);
  const taken = plates.takenSerials.find((serial) => asked.includes(serial)) ?? twice;
  return taken === undefined
    ? []
    : [{ rule: 'serialTaken', message: `Another thing of this design has the serial ${taken}.` }];
};

const countsWhatIsCounted: Rule = ({ produced }, state) =>
  produced !== null && state.produces === null
    ? [{ rule: 'nothingCounted', message: 'This build makes nothing that is counted.' }]
    : [];

const rules: readonly Rule[] = [isInTime, namesOwnThings, serialsAreFree, countsWhatIsCounted];

/** Ends a build with what came of it. Nothing that is missing stands against it. */
export function complete(command: CompleteBuild, state: BegunBuild, facts: BuildFacts): BuildDecision {
  if (state.status === 'completed') {
    return refused({ rule: 'completed', message: 'It is completed already.' });
  }
  if (state.status === 'abandoned') {
    return refused({ rule: 'abandoned', message: 'It was given up: open it again first.' });
  }
  const objections = [...rules.flatMap((rule) => rule(command, state, facts)), ...facts.against];
  if (objections.length > 0) return refused(...objections);
  const { buildId, by } = command;
  return accepted({
    type: 'BuildCompleted',
    data: {
      buildId,
      workshopId: state.workshopId,
      things: platesOf(command, state, facts),
      produced: state.produces === null ? null : (command.produced ?? state.produces),
      at: happenedAt(command.at, facts.now),
      by,
    },
  });
}

/** Each thing with its plate: as it was before, as asked, or with the next number of its design. */
function platesOf({ things }: CompleteBuild, state: BegunBuild, { plates }: BuildFacts): Plate[] {
  const asked = new Map(things.map((thing) => [thing.itemId, thing]));
  const given = new Set([...things.map(({ serial }) => serial), ...plates.takenSerials]);
  let number = plates.nextNumber;
  const next = (): string => {
    while (given.has(numbered(number))) number += 1;
    return numbered(number++);
  };
  return state.things.map((itemId) => {
    const before = state.plates.find((plate) => plate.itemId === itemId);
    if (before) return before;
    const code = plates.codes[itemId];
    if (code === undefined) throw new Error(`no code for thing ${itemId}`);
    const wish = asked.get(itemId);
    return { itemId, name: wish?.name ?? plates.name, serial: wish?.serial ?? next(), code };
  });
}

/** Opens an ended build again, as long as nothing has happened with what it made. */
export function reopen(
  { buildId, by }: Extract<BuildCommand, { type: 'ReopenBuild' }>,
  state: BegunBuild,
  { happenedSince }: BuildFacts,
): BuildDecision {
  if (state.status === 'open') return accepted();
  if (happenedSince !== null) return refused({ rule: 'usedSince', message: happenedSince });
  return accepted({ type: 'BuildReopened', data: { buildId, workshopId: state.workshopId, by } });
}
