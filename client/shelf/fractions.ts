/** Marks on a tape measure that a shelf is counted by. */
const FINEST = 16;

/** `41 1/2`, where a value lies on a mark and is no whole number; else what is given instead. */
export function inFractionsOr(value: number, otherwise: string): string {
  const marks = Math.round(value * FINEST);
  if (Math.abs(value * FINEST - marks) > 0.02 || marks % FINEST === 0) return otherwise;
  let [numerator, denominator] = [marks % FINEST, FINEST];
  while (numerator % 2 === 0) [numerator, denominator] = [numerator / 2, denominator / 2];
  const whole = Math.floor(marks / FINEST);
  return whole === 0 ? `${numerator}/${denominator}` : `${whole} ${numerator}/${denominator}`;
}
