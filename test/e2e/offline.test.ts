import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Scene, setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();
const note = (page: Page) => page.getByText(/^No connection\. You see how it stood at \d\d:\d\d\.$/);
const outages = z.object({ outages: z.array(z.object({ reason: z.string().nullable() })) });

// What runs in the page stands as text: the program has no types of a browser.
const CONTROLLED = 'Boolean(navigator.serviceWorker.controller)';
const PAGES_KEPT = `(async () => {
  const [name = ''] = await caches.keys();
  return (await (await caches.open(name)).keys()).filter(({ url }) => /Page-.*js$/.test(url)).length;
})()`;
const ANSWERS_KEPT = `new Promise((resolve) => {
  const opening = indexedDB.open('commonwright');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('answers').objectStore('answers').getAllKeys();
    counting.onsuccess = () => {
      opening.result.close();
      resolve(counting.result.filter((key) => String(key).includes('/api/me')).length);
    };
  };
})`;

/** The program and what was read are kept: from now on the worker answers for the files. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await expect.poll(() => page.evaluate(CONTROLLED), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => page.evaluate(PAGES_KEPT), { timeout: 20_000 }).toBeGreaterThan(15);
}

async function outagesOf({ steward, machineId }: Scene): Promise<(string | null)[]> {
  const reply = await steward.get(`/api/machines/${machineId}/calendar?from=2026-06-16&days=1`);
  return outages.parse(reply.body).outages.map(({ reason }) => reason);
}

/** A steward takes the machine out of service from its page. */
async function takeOut(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Take out of service' }).first().click();
  const form = page.getByRole('dialog', { name: 'Take Laser cutter out of service' });
  await form.getByLabel('What is wrong with it?').fill(reason);
  await form.getByRole('button', { name: 'Take out of service' }).click();
}

it('a page that was opened opens again without a connection, and says how old it is', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, context, mayComplain } = await stage.visitor({
    as: scene.anna,
    viewport: PHONE,
    serviceWorkers: 'allow',
  });
  mayComplain(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('heading', { level: 1, name: 'Laser cutter' }).waitFor();
  await isKept(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Laser cutter' }).waitFor();
  await note(page).waitFor();
  await context.setOffline(false);
  await note(page).waitFor({ state: 'detached' });
});

it('what is reported without a connection waits, over a reload, and arrives exactly once', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, context, mayComplain } = await stage.visitor({ as: scene.steward, serviceWorkers: 'allow' });
  mayComplain(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  const sentIds: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/outages'))
      sentIds.push(request.headers()['idempotency-key']);
  });
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('heading', { level: 1, name: 'Laser cutter' }).waitFor();
  await isKept(page);
  await context.setOffline(true);
  await takeOut(page, 'The lens is cracked.');
  await page.getByText('Take Laser cutter out of service: kept here, and sent when you are back.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: '1 unsent' }).waitFor();
  expect(await outagesOf(scene)).toEqual([]);
  await context.setOffline(false);
  await page.getByText('What waited is sent.').waitFor();
  await page.getByRole('button', { name: '1 unsent' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByText('The lens is cracked.').first().waitFor();
  expect(await outagesOf(scene)).toEqual(['The lens is cracked.']);
  expect(new Set(sentIds).size).toBe(1);
});

it('what the server refuses later is shown with its sentence, and can be dropped', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page, context, mayComplain } = await stage.visitor({ as: scene.steward, serviceWorkers: 'allow' });
  mayComplain(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR/);
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('heading', { level: 1, name: 'Laser cutter' }).waitFor();
  await context.setOffline(true);
  await takeOut(page, 'The lens is cracked.');
  await page.getByRole('button', { name: '1 unsent' }).waitFor();
  await page.route(/\/outages$/, (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/refused',
        title: 'The rules stand against it',
        status: 409,
        objections: [{ rule: 'retired', message: 'Laser cutter is not in service.' }],
        nearest: null,
      }),
    }),
  );
  await context.setOffline(false);
  await page.getByRole('button', { name: '1 unsent' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not sent yet' });
  await dialog.getByText('The server refused it: Laser cutter is not in service.').waitFor();
  await dialog.getByRole('button', { name: /^Drop it/ }).click();
  await page.getByText('Dropped. It was not sent.').waitFor();
  expect(await outagesOf(scene)).toEqual([]);
});

it('signing out forgets what was read', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, serviceWorkers: 'allow' });
  const kept = () => page.evaluate(ANSWERS_KEPT);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await expect.poll(kept).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await expect.poll(kept).toBe(0);
});
