import type { ItemDescription, Party } from '../../shared/items/events.ts';
import { described, partyId } from './placing.ts';
import type { ItemRow } from './tables.ts';

/** Nobody has it but its owner. */
export const nobody = { holderKind: null, holderId: null, loanId: null, loanUntil: null };
/** It is in nothing. */
export const outside = { inside: null, fittingId: null };

/** Whose it is, as columns. */
export const owned = (owner: Party) => ({ ownerKind: owner.kind, ownerId: partyId(owner) });

/** A loose thing of which only this much is known. */
export function someItem(
  itemId: string,
  workshopId: string,
  description: ItemDescription,
  owner: Party,
): Omit<ItemRow, 'places' | 'salvage' | 'holds' | 'since'> {
  return {
    itemId,
    workshopId,
    ...described(description),
    ...owned(owner),
    ...nobody,
    ...outside,
    code: null,
    serial: null,
    givenBy: null,
    status: 'loose',
    shelf: null,
    how: null,
    origin: 'unknown',
    fromItem: null,
    fromLine: null,
    buildId: null,
    grade: null,
    lives: 0,
    livesBefore: 0,
    photographs: '[]',
    machine: 0,
    revision: -1,
  };
}
