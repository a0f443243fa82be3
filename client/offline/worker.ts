/**
 * The service worker: keeps the program itself in the browser, so that it starts without a connection. What people
 * read is not its affair (see `kept.ts`), and nothing under `/api` ever passes through it.
 *
 * It stands alone, without imports. A new version is fetched beside the old one and takes over when the last page of
 * the old one is closed: an open form keeps the files that it was built with. With a connection every navigation gets
 * the server's newest page.
 */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Put in by the build: what belongs to this version. */
declare const __FILES__: { version: string; needed: string[]; later: string[] };
declare const clients: { claim(): Promise<void> };

const { version, needed, later } = __FILES__;
const PREFIX = 'commonwright-';
const NAME = `${PREFIX}${version}`;
/** How long a slow connection may keep a page waiting, milliseconds. */
const PATIENCE = 4000;

const isLasting = (event: Event): event is Lasting => 'waitUntil' in event;
const isFetching = (event: Event): event is Fetching => 'respondWith' in event;

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll(needed);
}

/** Goes on after the worker runs: a page that was never opened opens offline too. */
async function fetchTheRest(): Promise<void> {
  const cache = await caches.open(NAME);
  for (const path of later) if (!(await cache.match(path))) await cache.add(path).catch(() => undefined);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  const kept = () => cache.match('/');
  const waited = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const fetched = fetch(request);
    const first = await Promise.race([fetched, waited]);
    return first ?? (await kept()) ?? (await fetched);
  } catch (error) {
    const shell = await kept();
    if (shell) return shell;
    throw error;
  }
}

/** Files have their content in their names: what is kept is right. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) await (await caches.open(NAME)).put(request, fetched.clone());
  return fetched;
}

addEventListener('install', (event) => {
  if (isLasting(event)) event.waitUntil(install());
});

addEventListener('activate', (event) => {
  if (isLasting(event)) event.waitUntil(activate());
});

addEventListener('message', (event) => {
  if (isLasting(event) && 'data' in event && event.data === 'fetch the rest') event.waitUntil(fetchTheRest());
});

addEventListener('fetch', (event) => {
  if (!isFetching(event) || event.request.method !== 'GET') return;
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/') && !/\.\w{1,8}$/.test(pathname))
    event.respondWith(page(request));
});
