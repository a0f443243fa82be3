import { expect, it } from 'vitest';
import { setScene } from './scene.ts';
import { oneBrowser, openStage, PHONE } from './stage.ts';

const browser = oneBrowser();

it('a browser that asks for Spanish gets Spanish, with the server’s sentences, and English is not loaded', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna, viewport: PHONE, locale: 'es-MX' });
  const catalogues: string[] = [];
  page.on('request', (request) => {
    const [name] = /\/(en|es)-[^/]+\.js$/.exec(request.url()) ?? [];
    if (name) catalogues.push(name.slice(1, 3));
  });
  await page.goto(`/machines/${scene.machineId}`);
  await page.getByRole('link', { name: 'Escanear' }).first().waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('es');
  expect(catalogues).toEqual(['es']);
  expect(await page.evaluate("fetch('/api/nothing').then(async (reply) => (await reply.json()).title)")).toBe(
    'Aquí no hay nada',
  );
});

it('the language that somebody chooses is theirs wherever they sign in, and can follow the browser again', async () => {
  const stage = await openStage(browser());
  const scene = await setScene(stage);
  const { page } = await stage.visitor({ as: scene.anna });
  await page.goto('/me');
  await page.getByLabel('Language').selectOption({ label: 'Español' });
  await page.getByRole('heading', { name: 'Tus talleres' }).waitFor();
  const elsewhere = await stage.visitor({ as: scene.anna });
  await elsewhere.page.goto('/me');
  await elsewhere.page.getByRole('heading', { name: 'Tus talleres' }).waitFor();
  await elsewhere.page.getByLabel('Idioma').selectOption({ label: 'Como pida tu navegador' });
  await elsewhere.page.getByRole('heading', { name: 'Your workshops' }).waitFor();
});
