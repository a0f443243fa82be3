import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import type { ItemFacts } from './facts.ts';
import type { DatedCommand } from './itemCommands.ts';
import { type KnownItem, looseOf } from './state.ts';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A build that was opened again and completed anew has mended a thing once. */
const isWrittenDown = ({ works }: KnownItem, id: string) => works.some(({ repairId }) => repairId === id);

/** What a command that nothing stands against writes down; null: it is so already. */
export function eventOf(
  command: DatedCommand,
  state: KnownItem,
  facts: ItemFacts,
  at: string,
): ItemEvent | null {
  const { itemId, by } = command;
  const done = { at, by };
  const { placement } = state;
  switch (command.type) {
    case 'FitPart': {
      const { fittingId, into, buildId, line, step, substitutes, reasonId } = command;
      const data = { itemId, fittingId, into, buildId, line, step, substitutes, reasonId };
      return { type: 'PartFitted', data: { ...data, inferred: false, ...done } };
    }
    case 'RecoverPart': {
      if (placement.status !== 'fitted') return null;
      const { fittingId, into: from } = placement;
      const workshopId = command.workshopId ?? facts.whereNow ?? looseOf(placement).workshopId;
      const { grade, shelf, buildId } = command;
      const data = { itemId, fittingId, from, buildId, grade, workshopId, shelf };
      return { type: 'PartRecovered', data: { ...data, inferred: false, ...done } };
    }
    case 'MoveItem': {
      const { workshopId, shelf } = command;
      const now = looseOf(placement);
      if (now.workshopId === workshopId && now.shelf === shelf) return null;
      return { type: 'ItemMoved', data: { itemId, workshopId, shelf, ...done } };
    }
    case 'LendItem': {
      const { loanId, to, until } = command;
      return { type: 'ItemLent', data: { itemId, loanId, to, until, ...done } };
    }
    case 'ReturnItem': {
      if (state.loan === null) return null;
      const { loanId } = state.loan;
      const data = { itemId, loanId, grade: command.grade, inferred: false };
      return { type: 'ItemReturned', data: { ...data, ...done } };
    }
    case 'GiveItem':
      return same(command.to, state.owner)
        ? null
        : { type: 'ItemGiven', data: { itemId, to: command.to, ...done } };
    case 'RepairItem': {
      if (isWrittenDown(state, command.repairId)) return null;
      const { repairId, buildId, noteId } = command;
      return { type: 'ItemRepaired', data: { itemId, repairId, buildId, noteId, ...done } };
    }
    case 'ModifyItem': {
      if (isWrittenDown(state, command.repairId)) return null;
      const { repairId, of, buildId, noteId } = command;
      return { type: 'ItemModified', data: { itemId, repairId, of, buildId, noteId, ...done } };
    }
    case 'ConsumeItem': {
      const { buildId, line } = command;
      return { type: 'ItemConsumed', data: { itemId, buildId, line, ...done } };
    }
    case 'ScrapItem': {
      const { buildId, massKilograms, material, reasonId } = command;
      const data = { itemId, buildId, massKilograms, material, reasonId };
      return { type: 'ItemScrapped', data: { ...data, ...done } };
    }
    case 'SplitItem': {
      const pieces = command.pieces.map(({ itemId: piece, description }) => ({
        itemId: piece,
        code: facts.codes[piece] ?? '',
        description,
      }));
      return { type: 'ItemSplit', data: { itemId, pieces, ...done } };
    }
  }
}
