import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished } from 'vitest';
import type { Configuration } from '../../server/configuration.ts';
import { launchBrowser } from '../browser/browser.ts';
import { shiftedClock } from '../browser/clock.ts';
import { type RunningApplication, startApplication } from '../server/application.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { watchTraffic } from './traffic.ts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };
/** A Tuesday, ten in the morning in Bamberg. */
export const TUESDAY = '2026-06-16T08:00:00.000Z';
/** For what a person would see at once: a machine may be many times slower than ours. */
const PATIENCE = 30_000;
/** Characters of a page's text that are told when a test fails. */
const TOLD = 4_000;
let pictures = 0;
const PICTURES = join(import.meta.dirname, '../../screenshots/failed');

/** Somebody with a browser of their own: its cookies, its clock, its zone. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the page may complain about in this test, beside answers of the API. */
  mayComplain(about: RegExp): void;
  /** What it complained about so far: its console's errors and whatever the content security policy forbade. */
  complaints(): string[];
}

export interface VisitorOptions extends BrowserContextOptions {
  /** Signed in with this cookie (`name=value`). */
  as?: { credentials: Record<string, string> } | undefined;
  /** Milliseconds that the page's clock is ahead. */
  clockShift?: number;
  /** Default: complaints fail the test. */
  silent?: boolean;
}

export interface Stage {
  application: RunningApplication;
  url: string;
  /** For those who visit from now on, and for the server. */
  advance(minutes: number): void;
  visitor(options?: VisitorOptions): Promise<Visitor>;
}

let launched: Promise<Browser> | undefined;

/** One browser for all files that a worker tests, each visitor in a context of their own; it ends with the worker. */
export function oneBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (!(await launched)?.isConnected()) launched = launchBrowser();
    browser = await launched;
  });
  return () => {
    if (!browser) throw new Error('the browser has not started');
    return browser;
  };
}

/** The whole program for one test, at a given time, and people who visit it. */
export async function openStage(
  browser: Browser,
  options: { now?: string; configuration?: Partial<Configuration> } = {},
): Promise<Stage> {
  let clockShift = Date.parse(options.now ?? TUESDAY) - Date.now();
  const application = await startApplication({
    dataDir: await temporaryFolder(),
    clock: () => Date.now() + clockShift,
    ...(options.configuration ? { configuration: options.configuration } : {}),
  });
  onTestFinished(() => application.close());
  const { url } = application;
  return {
    application,
    url,
    advance: (minutes) => {
      clockShift += minutes * 60_000;
    },
    visitor: (given = {}) => visitor(browser, url, { clockShift, ...given }),
  };
}

/** A fresh context with one page. Closed when the test is over; then nothing may have been complained about. */
export async function visitor(
  browser: Browser,
  url: string,
  { as, clockShift = 0, silent = false, ...options }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: DESKTOP,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Kept files would hide what a test puts in the way of a request; tests of being offline ask for them.
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const complaints = listen(context);
  const traffic = watchTraffic(context);
  const tolerated: RegExp[] = [];
  await context.addInitScript({ content: `${shiftedClock(clockShift)}${TELL_VIOLATIONS}` });
  const cookie = as?.credentials.cookie?.split(/=(.*)/s);
  if (cookie) await context.addCookies([{ name: cookie[0] ?? '', value: cookie[1] ?? '', url }]);
  const page = await context.newPage();
  const remaining = () => complaints.filter((text) => !tolerated.some((each) => each.test(text)));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      console.error(await whatIsSeen(context, [...complaints, '', ...traffic.last()]));
      await keepPicture(page, task.name);
    }
    await context.close();
    if (!silent) expect(remaining()).toEqual([]);
  });
  return { context, page, mayComplain: (about) => tolerated.push(about), complaints: remaining };
}

/** For whoever reads a failure elsewhere: what stood on each page, what it complained about and asked for. */
async function whatIsSeen(context: BrowserContext, noted: readonly string[]): Promise<string> {
  const pages = await Promise.all(
    context.pages().map(async (page) => {
      const text = await page.evaluate(TEXT).catch((error: unknown) => `not readable: ${error}`);
      return `--- ${page.url()}\n${String(text).slice(0, TOLD)}`;
    }),
  );
  return [...pages, '--- complaints and requests', ...noted].join('\n');
}

/** Dialogs last, with what is typed into their fields, and where the focus is. */
const TEXT = `[
  document.body.innerText.replace(/\\n{2,}/g, '\\n'),
  ...[...document.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog]')].map((each) => '[dialog] ' + each.innerText),
  ...[...document.querySelectorAll('input, select, textarea')].map((each) =>
    '[field] ' + (each.labels?.[0]?.innerText ?? each.name) + ' = ' + (each.type === 'checkbox' || each.type === 'radio' ? each.checked : each.value)),
  '[focus] ' + (document.activeElement?.outerHTML ?? '').slice(0, 200),
].join('\\n')`;

async function keepPicture(page: Page, test: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const name = `${test.replaceAll(/\W+/g, '-')}-${++pictures}.png`;
  await page.screenshot({ path: join(PICTURES, name) }).catch(() => undefined);
}

const TELL_VIOLATIONS = `
addEventListener('securitypolicyviolation', (event) => {
  console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});`;

/** Refusals of the API are answers; the browser notes them as failed loads. */
const isAnswer = (text: string, address: string) =>
  /status of 4\d\d/.test(text) && new URL(address, 'http://none').pathname.startsWith('/api/');

function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const { url } = message.location();
    if (message.text().includes('Service Worker registration blocked by Playwright')) return;
    // Drawn without a graphics card: a hint about its speed, which is nobody's mistake.
    if (message.text().includes('GL Driver Message (OpenGL, Performance')) return;
    if (!isAnswer(message.text(), url)) complaints.push(`${message.text()} ${url}`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error().stack)));
  return complaints;
}
