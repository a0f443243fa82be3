/** The tube of which the larger machines are bolted. */
export const TUBE = 'square tube 4 × 4 × 1/4 in';
/** Kilograms of a metre. */
const TUBE_KILOGRAMS_PER_METRE = 18.17;
/** Kilograms of so many inches of it. */
export const tubeMass = (inches: number) =>
  Number(((TUBE_KILOGRAMS_PER_METRE * inches * 25.4) / 1000).toFixed(1));
