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

interface Pushed extends Lasting {
  data: { json(): unknown } | null;
}
interface Pressed extends Lasting {
  notification: Notification;
}
interface OpenPage {
  url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

/** Put in by the build: what belongs to this version. */
declare const __FILES__: { version: string; needed: string[]; later: string[] };
declare const clients: {
  claim(): Promise<void>;
  matchAll(options: { type: 'window' }): Promise<OpenPage[]>;
  openWindow(url: string): Promise<unknown>;
};
declare const registration: ServiceWorkerRegistration;

const { version, needed, later } = __FILES__;
const PREFIX = 'commonwright-';
const NAME = `${PREFIX}${version}`;
/** How long a slow connection may keep a page waiting, milliseconds. */
const PATIENCE = 4000;

const isLasting = (event: Event): event is Lasting => 'waitUntil' in event;
const isPushed = (event: Event): event is Pushed => isLasting(event) && 'data' in event;
const isPressed = (event: Event): event is Pressed => isLasting(event) && 'notification' in event;
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
  // A page for other sites to show is the server's: the program must never stand in its place.
  else if (request.mode === 'navigate' && !/^\/(api|embed)\/|\.\w{1,8}$/.test(pathname))
    event.respondWith(page(request));
});

/** Every push is shown: browsers take the permission away from a page that stays silent. */
async function show(pushed: unknown): Promise<void> {
  const told = typeof pushed === 'object' && pushed !== null ? pushed : {};
  const said = (name: string) => (name in told ? String(Reflect.get(told, name)) : '');
  await registration.showNotification(said('title') || 'Commonwright', {
    body: said('body'),
    tag: said('tag'),
    data: said('path'),
  });
}

/** Brings the program to the front, on the page that the notice is about. */
async function open(path: string): Promise<void> {
  const address = new URL(path, location.origin);
  if (address.origin !== location.origin) return;
  const [page] = await clients.matchAll({ type: 'window' });
  if (!page) await clients.openWindow(address.href);
  else await Promise.all([page.focus(), page.navigate(address.href)]);
}

addEventListener('push', (event) => {
  if (isPushed(event)) event.waitUntil(show(event.data?.json()));
});

addEventListener('notificationclick', (event) => {
  if (!isPressed(event)) return;
  event.notification.close();
  event.waitUntil(open(String(event.notification.data)));
});
