import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { ItemFacts } from './facts.ts';
import type {
  AnswerItemProblem,
  BeginningCommand,
  DatedCommand,
  ItemCommand,
  RefuseFitting,
  TakeBackFitting,
} from './itemCommands.ts';
import { UNKNOWN_REVISION } from './rules.ts';
import { answerKey, type ItemState, type KnownItem, looseOf } from './state.ts';

type Correction = Exclude<ItemCommand, BeginningCommand | DatedCommand>;

const MOST_PHOTOGRAPHS = 12;
const MOVED_ON = { rule: 'movedOn', message: 'More has happened to it since: take that back first.' };

/** What was fitted by the same command's like cannot stand: it lies where it was. */
function refuseFitting({ itemId, fittingId, why }: RefuseFitting, state: ItemState): Decision<ItemEvent> {
  const isThere =
    state.status === 'known' &&
    state.placement.status === 'fitted' &&
    state.placement.fittingId === fittingId;
  return isThere ? accepted({ type: 'FittingRefused', data: { itemId, fittingId, why } }) : accepted();
}

function takeBack({ type, itemId, fittingId, by }: TakeBackFitting, { placement }: KnownItem) {
  if (type === 'TakeBackFitting') {
    const isThere = placement.status === 'fitted' && placement.fittingId === fittingId;
    if (!isThere) return refused(MOVED_ON);
    return accepted<ItemEvent>({ type: 'FittingTakenBack', data: { itemId, fittingId, by } });
  }
  const isOut = placement.status === 'loose' && placement.recovered?.fittingId === fittingId;
  if (!isOut) return refused(MOVED_ON);
  return accepted<ItemEvent>({ type: 'RecoveryTakenBack', data: { itemId, fittingId, by } });
}

function answer(command: AnswerItemProblem, state: KnownItem, now: number): Decision<ItemEvent> {
  const { type: _, at, ...data } = command;
  if (state.answers[answerKey(data.designId, data.problemId)] === data.answer && data.reasonId === null) {
    return accepted();
  }
  const when = new Date(at === null ? now : Math.min(Date.parse(at), now)).toISOString();
  return accepted({ type: 'ItemProblemAnswered', data: { ...data, at: when } });
}

/** What is undated: descriptions, pictures, answers to problems, and taking back what was written by mistake. */
export function decideCorrection(
  command: Correction,
  state: ItemState,
  facts: ItemFacts,
): Decision<ItemEvent> {
  if (command.type === 'RefuseFitting') return refuseFitting(command, state);
  if (state.status !== 'known') return accepted();
  const { itemId, by } = command;
  const { placement, photographs } = state;
  switch (command.type) {
    case 'TakeBackItem': {
      const isUntouched = state.begun !== 'made' && !state.touched && !facts.holdsParts;
      return isUntouched && facts.inServiceAt === null
        ? accepted({ type: 'ItemTakenBack', data: { itemId, by } })
        : refused({ rule: 'touched', message: 'More was written down of it since: scrap it instead.' });
    }
    case 'DescribeItem': {
      const { description } = command;
      if (JSON.stringify(description) === JSON.stringify(state.description)) return accepted();
      const isOfAnother = JSON.stringify(description.of) !== JSON.stringify(state.description.of);
      if (isOfAnother && !facts.revisionsAreKnown) return refused(UNKNOWN_REVISION);
      return accepted({ type: 'ItemDescribed', data: { itemId, description, by } });
    }
    case 'AddItemPhotograph': {
      const { fileId } = command;
      if (photographs.includes(fileId)) return accepted();
      if (!facts.fileFits) {
        return refused({ rule: 'unknownFile', message: 'There is no such photograph here: send it first.' });
      }
      if (photographs.length >= MOST_PHOTOGRAPHS) {
        const message = `A thing has ${MOST_PHOTOGRAPHS} photographs at most: remove one first.`;
        return refused({ rule: 'tooManyPhotographs', message });
      }
      const { workshopId } = looseOf(placement);
      return accepted({ type: 'ItemPhotographAdded', data: { itemId, fileId, workshopId } });
    }
    case 'RemoveItemPhotograph': {
      const { fileId } = command;
      return photographs.includes(fileId)
        ? accepted({ type: 'ItemPhotographRemoved', data: { itemId, fileId } })
        : accepted();
    }
    case 'TakeBackFitting':
    case 'TakeBackRecovery':
      return takeBack(command, state);
    case 'TakeBackRepair': {
      const { repairId } = command;
      const work = state.works.find((other) => other.repairId === repairId);
      const lastChange = state.works.findLast(({ kind }) => kind === 'modification');
      if (!work || (work.kind === 'modification' && work !== lastChange)) return refused(MOVED_ON);
      return accepted({ type: 'ItemRepairTakenBack', data: { itemId, repairId, by } });
    }
    case 'TakeBackEnd': {
      if (placement.status === 'loose' || placement.status === 'fitted') return accepted();
      if (facts.piecesTouched) {
        return refused({ rule: 'piecesTouched', message: 'Something was done with its pieces since.' });
      }
      return accepted({ type: 'ItemEndTakenBack', data: { itemId, inferred: false, by } });
    }
    case 'AnswerItemProblem':
      return answer(command, state, facts.now);
    case 'ReopenItemProblem': {
      const { designId, problemId } = command;
      if (state.answers[answerKey(designId, problemId)] === undefined) return accepted();
      return accepted({ type: 'ItemProblemReopened', data: { itemId, designId, problemId, by } });
    }
  }
}
