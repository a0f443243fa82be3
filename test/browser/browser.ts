import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findOrInstallChromium } from './chromium.ts';

/** Starts the Chromium that is here, without a window. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findOrInstallChromium(), args: [...CHROMIUM_FLAGS] });
