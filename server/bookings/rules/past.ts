import { type Rule, stands } from '../slot.ts';

/** Proposed times start at full five minutes. */
const GRID = 5 * 60_000;

export const nextOnGrid = (now: number): number => Math.ceil(now / GRID) * GRID;

/** Nothing starts before now; but a running booking keeps the start that it has while its end changes. Strong. */
export const past: Rule = {
  name: 'past',
  against({ start, end, change }, _calendar, { now }) {
    const keepsItsStart = change?.booking.start === start;
    if (start < now && !keepsItsStart) return stands(() => 'This time is already past.');
    if (end < now && start < end) return stands(() => 'A booking cannot end before now.');
    return null;
  },
  edges: (_slot, _calendar, { now }) => ({ opens: [nextOnGrid(now)] }),
};
