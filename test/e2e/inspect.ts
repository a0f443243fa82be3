import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { trafficOf } from './traffic.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where in the page something is, its own text tells: no address is worked out for each element. */
const BRIEFLY = { resultTypes: ['violations'], selectors: false };
const EVERYTHING = {
  ...BRIEFLY,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const COLOURS = { ...BRIEFLY, runOnly: { type: 'rule', values: ['color-contrast'] } };

/** Colours on their way from one palette to the other are nobody's; so they change at once. */
const STILL = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [sheet];
})()`;

/** Nothing of the page is on its way: no button is busy, pictures in sight and letters are there. */
const STANDS = `document.readyState === 'complete' && document.fonts.status === 'loaded' &&
  !document.querySelector('[aria-busy=true]') &&
  [...document.images].every((image) => image.complete || image.loading === 'lazy')`;
/** After which a page is looked at as it is, milliseconds: there are pages that never rest. */
const RESTLESS = 5_000;

/** Waits until a page stands still: what is judged is what stays, not what was on its way. */
export async function settled(page: Page): Promise<void> {
  const until = performance.now() + RESTLESS;
  const traffic = trafficOf(page.context());
  // A page that is just being left has nothing to ask.
  const isStill = async () =>
    traffic.underWay() === 0 && (await page.evaluate<boolean>(STANDS).catch(() => false));
  while (performance.now() < until) {
    if (await isStill()) return;
    await pause(20);
  }
}

/** What axe finds, a line each: rule, what is wrong, where. */
export async function violations(
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  await settled(page);
  const tools = await toolsOf(page);
  const options = JSON.stringify(what === 'everything' ? EVERYTHING : COLOURS);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await tools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  if (!(await evaluate("'axe' in globalThis"))) await evaluate(`(() => {${AXE}})(); ${STILL}`);
  return evaluate(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) =>
      id + ': ' + help + ' ' + html.slice(0, 160) + ' ' + failureSummary)))`);
}

const debuggers = new WeakMap<Page, Promise<CDPSession>>();

/** The debugger of a page: the content security policy keeps foreign scripts out of the page, but not this one. */
function toolsOf(page: Page): Promise<CDPSession> {
  const opened = debuggers.get(page) ?? page.context().newCDPSession(page);
  debuggers.set(page, opened);
  return opened;
}

const TARGETS =
  'main button, main .button, main select, main input, main textarea, main summary, nav a, dialog button';
const SMALLEST = 48;

/** Controls that a thumb would miss: lower than 48 px, or as narrow. A chip is its label, links within words are words. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.locator(TARGETS).evaluateAll(
    (elements, smallest: number) =>
      elements.flatMap((element) => {
        if (!element.checkVisibility() || element.closest('[role=grid]')) return [];
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        const isSeen = width > 1 && height > 1;
        return isSeen && (height < smallest - 0.5 || width < smallest - 0.5)
          ? [`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 140)}`]
          : [];
      }),
    SMALLEST,
  );

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.locator('html').evaluate((root) => Math.max(0, root.scrollWidth - root.clientWidth));

/** What moves although the person asked for less of it. */
export const moving = (page: Page): Promise<string[]> =>
  page.locator('body *').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } =
        element.ownerDocument.defaultView.getComputedStyle(element);
      const seconds = (text: string) => Math.max(...text.split(',').map((part) => Number.parseFloat(part)));
      const moves =
        seconds(transitionDuration) > 0.02 || (animationName !== 'none' && seconds(animationDuration) > 0.02);
      return moves ? [element.outerHTML.slice(0, 120)] : [];
    }),
  );

/** Whether what has the focus shows it: an outline, or a frame of its own. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.locator('html').evaluate((root) => {
    let element = root.ownerDocument.activeElement;
    if (element === root.ownerDocument.body) return false;
    // The parts within a browser's own date field are drawn by it.
    if (['date', 'time'].includes(element.type)) return true;
    // A chip's radio is drawn as its label.
    element = element.closest('.chip') ?? element;
    const { outlineStyle, outlineWidth, boxShadow } =
      root.ownerDocument.defaultView.getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  });
