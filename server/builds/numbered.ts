/** The serial of the nth thing of a design, where nobody asks for another. */
export const numbered = (number: number): string => `No. ${number}`;

/** The number in such a serial; null in any other. */
export function numberIn(serial: string): number | null {
  const digits = /^No\. (\d{1,9})$/.exec(serial)?.[1];
  return digits === undefined ? null : Number(digits);
}
