/** Taken one after the other within this, photographs of one step are one entry. */
const APART_MILLISECONDS = 2 * 60_000;
const MOST_IN_ONE = 10;

/** A photograph with its time (milliseconds since 1970) and the step that was current then. */
export interface Taken {
  at: number;
  step: string | null;
  file: File;
}

export interface Burst {
  /** Of the first, ISO 8601. */
  at: string;
  step: string | null;
  files: File[];
}

/** Photographs in the order of their taking, those that belong together in one. */
export function together(taken: readonly Taken[]): Burst[] {
  const bursts: (Burst & { last: number })[] = [];
  for (const { at, step, file } of taken.toSorted((one, other) => one.at - other.at)) {
    const before = bursts.at(-1);
    const joins =
      before !== undefined &&
      before.step === step &&
      at - before.last <= APART_MILLISECONDS &&
      before.files.length < MOST_IN_ONE;
    if (joins) {
      before.files.push(file);
      before.last = at;
    } else bursts.push({ at: new Date(at).toISOString(), step, files: [file], last: at });
  }
  return bursts.map(({ at, step, files }) => ({ at, step, files }));
}
