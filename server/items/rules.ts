import type { Objection } from '../../shared/bookings/rules.ts';
import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import type { ItemFacts } from './facts.ts';
import type { DatedCommand } from './itemCommands.ts';
import { type KnownItem, looseOf } from './state.ts';

/** What a rule looks at; `at` is when it happened, ISO. */
export interface Standing<Command extends DatedCommand = DatedCommand> {
  command: Command;
  state: KnownItem;
  facts: ItemFacts;
  at: string;
}

/** A rule that stands: with `lifts`, those events written down first would lift it, as `offer` tells. */
export type Finding = Objection & { lifts?: ItemEvent[] };
export type Rule = (standing: Standing) => Finding | null;

type Kind = DatedCommand['type'];
const only =
  (kinds: readonly Kind[], rule: Rule): Rule =>
  (standing) =>
    kinds.includes(standing.command.type) ? rule(standing) : null;

/** What takes a thing as it lies: out of everything, and in one's own hands. */
const TAKING: readonly Kind[] = [
  'FitPart',
  'MoveItem',
  'LendItem',
  'GiveItem',
  'ConsumeItem',
  'ScrapItem',
  'SplitItem',
];
const ENDED = { consumed: 'It was used up.', scrapped: 'It was scrapped.', split: 'It was cut into pieces.' };
const AFTER_ALL = {
  consumed: 'It was not used up after all',
  scrapped: 'It was not scrapped after all',
} as const;

/** What is gone takes part in nothing any more. */
const isGone: Rule = ({ command: { itemId, by }, state: { placement } }) => {
  if (placement.status === 'loose' || placement.status === 'fitted') return null;
  const objection = { rule: placement.status, message: ENDED[placement.status] };
  if (placement.status === 'split') return objection;
  const lifts: ItemEvent[] = [{ type: 'ItemEndTakenBack', data: { itemId, inferred: true, by } }];
  return { ...objection, offer: AFTER_ALL[placement.status], lifts };
};

/** It is in one place at a time. */
const isFittedElsewhere: Rule = ({ command, state: { placement }, facts, at }) => {
  if (placement.status !== 'fitted') return null;
  const { fittingId, into: from } = placement;
  if (command.type === 'FitPart' && command.into === from) {
    return { rule: 'fittedThere', message: 'It is fitted there already.' };
  }
  if (command.type === 'RecoverPart' && (command.from === null || command.from === from)) return null;
  const { itemId, by } = command;
  const workshopId = facts.whereNow ?? looseOf(placement).workshopId;
  const buildId = 'buildId' in command ? command.buildId : null;
  const data = { itemId, fittingId, from, buildId, grade: null, workshopId, shelf: null };
  return {
    rule: 'fittedElsewhere',
    message: `It is fitted in ${facts.containerName}.`,
    offer: `Taken out of ${facts.containerName} before that`,
    lifts: [{ type: 'PartRecovered', data: { ...data, inferred: true, at, by } }],
  };
};

/** Who lent it waits for it. */
const isLent: Rule = ({ command: { itemId, by }, state: { loan }, at }) => {
  if (loan === null) return null;
  const data = { itemId, loanId: loan.loanId, grade: null, inferred: true, at, by };
  return {
    rule: 'lent',
    message: 'It is lent.',
    offer: 'Given back before that',
    lifts: [{ type: 'ItemReturned', data }],
  };
};

const isNotLent: Rule = ({ state: { loan } }) =>
  loan === null ? { rule: 'notLent', message: 'It is not lent.' } : null;

/** What comes out of something was in it. */
const isNotFitted: Rule = ({ command, state: { placement }, facts: { other }, at }) => {
  if (command.type !== 'RecoverPart' || placement.status !== 'loose') return null;
  const { itemId, fittingId, from, buildId, by } = command;
  if (from === null || other === null || other.refusal === 'circular') {
    return { rule: 'notFitted', message: 'It is not inside of anything.' };
  }
  const data = { itemId, fittingId, into: from, buildId, line: null, step: null, substitutes: false };
  return {
    rule: 'notFitted',
    message: `Nobody wrote down that it is in ${other.name}.`,
    offer: `It was in ${other.name}`,
    lifts: [{ type: 'PartFitted', data: { ...data, reasonId: null, inferred: true, at, by } }],
  };
};

/** A thing is never inside of itself, nor in what is not there. */
const cannotGoIn: Rule = ({ command, facts: { other } }) => {
  if (command.type !== 'FitPart') return null;
  if (command.into === command.itemId) {
    return { rule: 'circular', message: 'A thing does not go into itself.' };
  }
  switch (other === null ? 'unknownThing' : other.refusal) {
    case null:
      return null;
    case 'circular':
      return { rule: 'circular', message: `${other?.name ?? ''} is inside of it itself.` };
    case 'intoGone':
      return { rule: 'intoGone', message: `${other?.name ?? ''} is gone: nothing goes into it any more.` };
    case 'tooDeep':
      return { rule: 'tooDeep', message: 'Things are one inside of the other at most 1,000 times.' };
    case 'unknownThing':
      return { rule: 'unknownThing', message: 'There is no such thing that it could go into.' };
  }
};

/** What is inside would be lost. */
export const HOLDS_PARTS = { rule: 'holdsParts', message: 'There are parts inside: take them out first.' };
const holdsParts: Rule = ({ facts }) => (facts.holdsParts ? HOLDS_PARTS : null);

/** Bookings of it stand where it is. */
const isInService: Rule = ({ command, state: { placement }, facts: { inServiceAt } }) => {
  if (inServiceAt === null) return null;
  if (command.type === 'MoveItem' && looseOf(placement).workshopId === command.workshopId) return null;
  const message = `It is booked as a machine of ${inServiceAt}: retire it there first.`;
  return { rule: 'inService', message };
};

const isUnknownThere: Rule = ({ command, facts: { isKnownThere } }) => {
  if (isKnownThere) return null;
  return command.type === 'LendItem' || command.type === 'GiveItem'
    ? { rule: 'unknownParty', message: 'Whoever is to have it is not known here.' }
    : { rule: 'unknownWorkshop', message: 'There is no such workshop.' };
};

const isDueBeforeItGoes: Rule = ({ command, at }) =>
  command.type === 'LendItem' && command.until !== null && Date.parse(command.until) <= Date.parse(at)
    ? { rule: 'dueBefore', message: 'It would be due back before it goes out.' }
    : null;

/** What nobody has published is nothing that a thing could be. */
export const UNKNOWN_REVISION = { rule: 'unknownRevision', message: 'There is no such revision.' };
const isOfNothing: Rule = ({ facts }) => (facts.revisionsAreKnown ? null : UNKNOWN_REVISION);

/** In the order in which what lifts them would be written down. */
export const RULES: readonly Rule[] = [
  isGone,
  only([...TAKING, 'RecoverPart'], isFittedElsewhere),
  only(TAKING, isLent),
  only(['ReturnItem'], isNotLent),
  isNotFitted,
  cannotGoIn,
  only(['ConsumeItem', 'SplitItem'], holdsParts),
  only(['MoveItem', 'ConsumeItem', 'SplitItem', 'GiveItem'], isInService),
  only(['MoveItem', 'RecoverPart', 'LendItem', 'GiveItem'], isUnknownThere),
  isDueBeforeItGoes,
  isOfNothing,
];
