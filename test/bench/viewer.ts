import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/browser.ts';
import { type Bench, type Measurement, median, rounded } from './result.ts';
import { modelsToView } from './viewerModels.ts';
import { openViewerStage } from './viewerStage.ts';

interface Rounds {
  least: number;
  most: number;
  /** After so long no round begins beyond the least. */
  seconds: number;
}

/** In one page, after both have shown each file once. */
const AGAIN: Rounds = { least: 3, most: 9, seconds: 15 };
/** Each in pages that have shown nothing yet. */
const FIRST: Rounds = { least: 3, most: 5, seconds: 15 };
const CONTENDERS = ['ours', 'baseline'] as const;

type Contender = (typeof CONTENDERS)[number];
type Times = Record<Contender, number[]>;

/**
 * Milliseconds from bytes in memory to the first frame that shows the model, which is read back from the graphics, against
 * `online-3d-viewer`; each time in a viewer that is open and empty. `cases` are measured in turn in one page that has shown
 * each file before; `first` in a page of its own for each viewer, which sees the files for the first time one after the
 * other: there the reader of solids has to be fetched and compiled, which takes both the same time.
 */
export const viewer: Bench = {
  name: 'viewer',
  async run() {
    const models = await modelsToView();
    const stage = await openViewerStage(models);
    const browser = await launchBrowser();
    try {
      const names = [...models.keys()];
      const cases = measuredOf(await again(browser, stage.url, names));
      const atFirst = measuredOf(await first(browser, stage.url, names));
      const [worst] = Object.values(cases).toSorted((one, other) => one.ratio - other.ratio);
      if (!worst) throw new RangeError('There is nothing to view.');
      return { bench: 'viewer', ...worst, cases, first: atFirst };
    } finally {
      await browser.close();
      await stage.close();
    }
  },
};

const measuredOf = (all: ReadonlyMap<string, Times>): Record<string, Measurement> =>
  Object.fromEntries([...all].map(([name, times]) => [name, measured(times)]));

function measured({ ours, baseline }: Times): Measurement {
  const [value, other] = [median(ours), median(baseline)];
  return { value: rounded(value), unit: 'ms', baseline: rounded(other), ratio: rounded(other / value) };
}

async function again(browser: Browser, url: string, names: readonly string[]): Promise<Map<string, Times>> {
  const all = noTimes(names);
  const page = await openPage(browser, url);
  for (const round of rounds(AGAIN, 1)) {
    for (const [name, times] of all) {
      for (const contender of inTurn(round)) {
        const milliseconds = await measure(page, contender, name);
        if (round > 0) times[contender].push(milliseconds);
      }
    }
  }
  await page.context().close();
  return all;
}

async function first(browser: Browser, url: string, names: readonly string[]): Promise<Map<string, Times>> {
  const all = noTimes(names);
  for (const round of rounds(FIRST, 0)) {
    for (const contender of inTurn(round)) {
      const page = await openPage(browser, url);
      for (const [name, times] of all) times[contender].push(await measure(page, contender, name));
      await page.context().close();
    }
  }
  return all;
}

/** Numbers of rounds, from 0; of a busy machine fewer. @param warming rounds that do not count. */
function* rounds({ least, most, seconds }: Rounds, warming: number): Generator<number> {
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < most + warming; round += 1) {
    if (round >= least + warming && performance.now() > end) return;
    yield round;
  }
}

const noTimes = (names: readonly string[]) =>
  new Map(names.map((name): [string, Times] => [name, { ours: [], baseline: [] }]));

const inTurn = (round: number): readonly Contender[] =>
  round % 2 === 0 ? CONTENDERS : CONTENDERS.toReversed();

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  return page;
}

const measure = (page: Page, contender: Contender, name: string): Promise<number> =>
  page.evaluate(`window.measure(${JSON.stringify(contender)}, ${JSON.stringify(name)})`);
