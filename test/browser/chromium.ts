import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const INSTALL_MILLISECONDS = 240_000;

/** Flags for a headless browser that talks to nobody but the page under test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

const starts = (path: string): boolean =>
  spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}

/** A Chromium that starts: `CHROMIUM_PATH`, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (starts(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which does not start.`);
  }
  const candidates = [...NAMES.map(onPath), ...PLACES, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && existsSync(path) && starts(path));
}

const quietly = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { timeout: INSTALL_MILLISECONDS, stdio: 'ignore' }).status === 0;

/** Playwright's own build, else the distribution's package. */
function install(): void {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const playwright = join(dirname(manifest), 'cli.js');
  try {
    execFileSync(process.execPath, [playwright, 'install', 'chromium'], {
      timeout: INSTALL_MILLISECONDS,
      stdio: 'ignore',
    });
  } catch {
    // No way to that download from here: perhaps there is one to the distribution.
  }
  if (findChromium() || !onPath('apt-get')) return;
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [first = 'apt-get', ...rest] = [...root, 'apt-get'];
  if (quietly(first, ...rest, 'update')) quietly(first, ...rest, 'install', '-y', 'chromium');
}

/** As {@link findChromium}, after trying to install one. */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found) return found;
  process.stderr.write('No Chromium here: installing one for the browser tests …\n');
  install();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium: install it, or set CHROMIUM_PATH to one, and run npm test again.',
  );
}

if (import.meta.main) {
  try {
    process.stdout.write(`Browser tests use ${findOrInstallChromium()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
