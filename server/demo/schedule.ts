/** What happens, and when: told in any order, carried out in the order of time. */
export interface Schedule {
  /** `instant` in UTC milliseconds. Of two at the same instant the one told first comes first. */
  at(instant: number, happens: () => Promise<void>): void;
  /** Carries everything out, each with the clock at its instant. */
  run(): Promise<void>;
}

export function scheduleWith(clock: { now: number }): Schedule {
  const happenings: { instant: number; happens: () => Promise<void> }[] = [];
  return {
    at: (instant, happens) => {
      happenings.push({ instant, happens });
    },
    run: async () => {
      for (const { instant, happens } of happenings.toSorted((one, other) => one.instant - other.instant)) {
        clock.now = instant;
        await happens();
      }
    },
  };
}
