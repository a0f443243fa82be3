import { mkdtemp } from 'node:fs/promises';
import { startServerProcess } from '/work/main/test/serverProcess.ts';
import { launchBrowser } from '/work/main/test/browser/browser.ts';
import { demoPeople } from '/work/main/test/browser/place.ts';
const folder = await mkdtemp('/tmp/jdemo/data-');
const server = await startServerProcess({ DATA_DIR: folder }, (command: string[]) => [...command, '--demo']);
try {
  const people = await demoPeople(server.base, server.origin);
  const view = (await people.steward.get('/api/network/made-with')).body as any;
  console.log(view.nodes.length, view.edges.length, view.cut);
  for (const n of view.nodes) console.log([n.name, n.serial, n.workshop?.name, n.generation, n.lives, n.isMachine, !!n.buildId, n.ended, n.beingMade].join(' | '));
  const press = view.nodes.find((n: any) => /press/i.test(n.name) && n.buildId);
  const browser = await launchBrowser();
  const take = async (path: string, name: string, options: any) => {
    const context = await browser.newContext({ baseURL: server.origin, ...options });
    const [n, v] = people.steward.credentials.cookie!.split(/=(.*)/s);
    await context.addCookies([{ name: n!, value: v!, url: server.origin }]);
    const page = await context.newPage();
    page.on('console', (m: any) => ['error', 'warning'].includes(m.type()) && console.log(m.text()));
    await page.goto(path);
    await page.waitForTimeout(2500);
    const began = Date.now();
    await page.screenshot({ path: `/tmp/jdemo/${name}.png`, fullPage: true });
    await context.close();
  };
  const wide = { viewport: { width: 1280, height: 900 } };
  const design = (await people.steward.get('/api/designs?q=press')).body as any;
  await take('/made-with', 'all', wide);
  if (press) await take(`/made-with?thing=${press.itemId}`, 'press', wide);
  if (press) await take(`/things/${press.itemId}/made-with`, 'press-own', wide);
  await take('/made-with', 'all-es', { ...wide, locale: 'es', viewport: { width: 360, height: 740 } });
  await take('/made-with/figures', 'figures', wide);
  await take('/made-with/figures', 'figures-es', { viewport: { width: 360, height: 740 }, locale: 'es' });
  const of = press?.of?.designId ?? design.designs?.[0]?.designId;
  if (of) await take(`/designs/${of}/used`, 'design', wide);
  const cyl = view.nodes.find((n: any) => n.lives >= 2);
  if (cyl) await take(`/things/${cyl.itemId}`, 'thing', { viewport: { width: 360, height: 740 } });
  const figs = (await people.steward.get('/api/network/figures')).body as any;
  console.log(JSON.stringify(figs).slice(0, 1500));
  await browser.close();
} finally {
  await server.kill();
}
