import { computed, signal } from '@preact/signals';
import { type MeView, meView } from '../shared/members/views.ts';
import { get } from './api.ts';
import { takeLanguage } from './catalogue/language.ts';
import { reconnectLive } from './live.ts';
import { someoneHere, takeAccount } from './offline/account.ts';
import { forgetKept, keepAnswer, keptAnswer } from './offline/kept.ts';
import { RequestFailed } from './problem.ts';
import { forgetAll } from './resource.ts';
import { takeTheme } from './theme.ts';
import { type ServerView, serverView } from './views.ts';

/** Who is signed in; null: nobody; undefined: not known yet. */
export const me = signal<MeView | null | undefined>(undefined);
export const server = signal<ServerView | undefined>(undefined);
/** Why the first questions got no answer; the frame shows it with a way to try again. */
export const startFailure = signal<RequestFailed | null>(null);

/** Workshops in which the signed-in person has a role already. */
export const myWorkshops = computed(() =>
  (me.value?.workshops ?? []).filter(({ roles }) => roles.length > 0),
);

/** Reads who is signed in. Throws `RequestFailed` for all but "nobody". */
export async function readMe(): Promise<void> {
  try {
    const read = await get('/api/me', meView);
    await takeAccount(read.memberId, forgetKept);
    keepAnswer('/api/me', read, Date.now());
    me.value = read;
    takeTheme(read.theme);
    takeLanguage(read.language);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.kind !== 'not-signed-in') throw error;
    await takeAccount(null, forgetKept);
    me.value = null;
  }
}

/** What the frame needs before it can draw a page. Never throws; `startFailure` tells. */
export async function start(): Promise<void> {
  startFailure.value = null;
  try {
    const [known] = await Promise.all([get('/api/server', serverView), readMe()]);
    keepAnswer('/api/server', known, Date.now());
    server.value = known;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (error.kind === 'offline' && (await startFromKept())) return;
    startFailure.value = error;
  }
}

/** Without a connection the program starts with what it last knew of the server and of whoever was signed in. */
async function startFromKept(): Promise<boolean> {
  const [known, viewer] = await Promise.all([keptAnswer('/api/server'), keptAnswer('/api/me')]);
  const read = serverView.safeParse(known?.value);
  if (!read.success) return false;
  const readViewer = meView.safeParse(viewer?.value);
  if (someoneHere() && !readViewer.success) return false;
  me.value = readViewer.success ? readViewer.data : null;
  server.value = read.data;
  return true;
}

/** After signing in, out or joining: nothing of the other viewer stays. */
export async function changeViewer(): Promise<void> {
  forgetAll();
  await readMe();
  reconnectLive();
}
