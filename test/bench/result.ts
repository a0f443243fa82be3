/** One measurement: ours beside the baseline, both in `unit`. */
export interface Measurement {
  value: number;
  unit: string;
  baseline: number;
  /** Above 1 is better than the baseline; for `growth` it is a cost factor, where 1 is best. */
  ratio: number;
}

/** What a bench prints, as one JSON line. With several cases the line itself is the worst of them. */
export interface BenchResult extends Measurement {
  bench: string;
  cases?: Record<string, Measurement>;
  /** The same where everything has still to be started, once for each page: told beside, as so few times know little. */
  first?: Record<string, Measurement>;
  /** Resident memory of the measured process, where a limit stands on it too. */
  memory?: { restMegabytes: number; peakMegabytes: number; limits: [rest: number, peak: number] };
}

export interface Bench {
  /** The word for `--only`. */
  name: string;
  /** Ends within 50 seconds, and leaves nothing behind. */
  run(): Promise<BenchResult>;
}

/** One bench of several cases, run one after the other; `worst` says which ratio stands for all. */
export function compose(
  name: string,
  worst: 'smallest' | 'largest',
  cases: Record<string, () => Promise<Measurement>>,
): Bench {
  return {
    name,
    async run() {
      const measured: Record<string, Measurement> = {};
      for (const [key, measure] of Object.entries(cases)) measured[key] = await measure();
      const sign = worst === 'smallest' ? 1 : -1;
      const [first] = Object.values(measured).toSorted((one, other) => sign * (one.ratio - other.ratio));
      if (first === undefined) throw new RangeError(`The bench "${name}" has no case.`);
      return { bench: name, ...first, cases: measured };
    },
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
}

/** Three significant digits say what one run can know. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** One side of a comparison. Only `run` is timed. */
export interface Contender {
  prepare?(round: number): void | Promise<void>;
  run(): void | Promise<void>;
}

/**
 * Runs the contenders in turn, once to warm up (round 0) and then `rounds` times, beginning each round with another.
 * @returns for each the median of the seconds that a round took.
 */
export async function interleaved(rounds: number, contenders: readonly Contender[]): Promise<number[]> {
  const seconds = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (round + turn) % contenders.length;
      await contenders[index]?.prepare?.(round);
      const start = performance.now();
      await contenders[index]?.run();
      if (round > 0) seconds[index]?.push((performance.now() - start) / 1000);
    }
  }
  return seconds.map(median);
}

/** How many answers a second each side gives: every round asks each of them for `asked`. */
export async function answersPerSecond(
  rounds: number,
  asked: number,
  ours: () => void,
  theirs: () => void,
): Promise<Measurement> {
  const [value = 0, baseline = 0] = await interleaved(rounds, [{ run: ours }, { run: theirs }]);
  return {
    value: rounded(asked / value),
    unit: 'answers/s',
    baseline: rounded(asked / baseline),
    ratio: rounded(baseline / value),
  };
}
