import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../browser/browser.ts';
import { chanceFrom } from './chance.ts';
import { type Bench, type Measurement, median, rounded } from './result.ts';
import { openViewerStage } from './viewerStage.ts';

const MOMENTS = 2_000;
const SEED = 16;
const STEPS = 120;
const WARMING = 10;
/** After so long no step begins beyond the least, seconds. */
const PATIENCE = 30;
const LEAST = 30;

/** Where the hand goes next: as one drags a slider, and to anywhere. */
const WAYS = {
  drag: (at: number, chance: () => number) => (at + 1 + Math.floor(chance() * 10)) % MOMENTS,
  jump: (_at: number, chance: () => number) => Math.floor(chance() * MOMENTS),
} as const;
type Way = keyof typeof WAYS;

/**
 * Milliseconds of script in the browser for one step of the slider over a build of 2,000 events with 2,000 pieces: the
 * words, the list, the pieces that change and the frame; against drawing the frame that stands there once more. Both in
 * turn, in one page. `slow`: what 95 of 100 steps and frames stay below.
 */
export const timeline: Bench = {
  name: 'timeline',
  async run() {
    const stage = await openViewerStage(new Map(), 'test/client/history/bench');
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(stage.url);
      await page.locator('[data-ready]').waitFor({ state: 'attached' });
      await page.evaluate(`window.show(${MOMENTS}, ${SEED})`);
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      const chance = chanceFrom(SEED);
      const times = {
        drag: await measure(page, session, 'drag', chance),
        jump: await measure(page, session, 'jump', chance),
      };
      const cases = {
        drag: compared(median(times.drag.steps), median(times.drag.frames)),
        jump: compared(median(times.jump.steps), median(times.jump.frames)),
        slow: compared(
          slow([...times.drag.steps, ...times.jump.steps]),
          slow([...times.drag.frames, ...times.jump.frames]),
        ),
      };
      return { bench: 'timeline', ...cases.drag, cases };
    } finally {
      await browser.close();
      await stage.close();
    }
  },
};

/** What 95 of 100 stay below: the very slowest tells of the machine's other work. */
const slow = (all: readonly number[]): number =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length * 0.95)] ?? 0;

const compared = (value: number, baseline: number): Measurement => ({
  value: rounded(value),
  unit: 'ms',
  baseline: rounded(baseline),
  ratio: rounded(baseline / value),
});

async function measure(page: Page, session: CDPSession, way: Way, chance: () => number) {
  const steps: number[] = [];
  const frames: number[] = [];
  const end = performance.now() + (PATIENCE * 1000) / 2;
  let at = 0;
  for (let step = -WARMING; step < STEPS; step += 1) {
    if (step > LEAST && performance.now() > end) break;
    at = WAYS[way](at, chance);
    const moved = await scriptOf(session, () => page.evaluate(`window.scrub(${at})`));
    const drawn = await scriptOf(session, () => page.evaluate('window.again()'));
    if (step < 0) continue;
    steps.push(moved);
    frames.push(drawn);
  }
  const sentence: unknown = await page.evaluate('window.sentence()');
  if (!String(sentence).startsWith(`${at + 1} of ${MOMENTS}`)) throw new Error(`It stands at ${sentence}.`);
  return { steps, frames };
}

/** Milliseconds that script ran in the page meanwhile, as the browser counts them. */
async function scriptOf(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const before = await scriptSeconds(session);
  await work();
  return ((await scriptSeconds(session)) - before) * 1000;
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ScriptDuration');
  if (!found) throw new Error('The browser does not count script.');
  return found.value;
}
