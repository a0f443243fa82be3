/** Far beyond all that can be built, and a product of two such is still a number that JSON can write. */
const MOST = 1e100;

/** A count, mass or amount that stays finite: quantities of a thousand million multiply through many levels. */
export const bounded = (value: number): number => Math.min(value, MOST);
