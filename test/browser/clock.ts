/** A script for a page before it starts: its clock is `shift` milliseconds ahead of the machine's, and goes on. */
export const shiftedClock = (shift: number): string => `{
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + ${shift});
      else super(...given);
    }
    static now() {
      return Real.now() + ${shift};
    }
  };
}`;
