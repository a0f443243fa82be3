import { computed, signal } from '@preact/signals';
import { type MeView, meView } from '../shared/members/views.ts';
import { get } from './api.ts';
import { takeLanguage } from './catalogue/language.ts';
import { reconnectLive } from './live.ts';
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
    me.value = read;
    takeTheme(read.theme);
    takeLanguage(read.language);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.kind !== 'not-signed-in') throw error;
    me.value = null;
  }
}

/** What the frame needs before it can draw a page. Never throws; `startFailure` tells. */
export async function start(): Promise<void> {
  startFailure.value = null;
  try {
    const [known] = await Promise.all([get('/api/server', serverView), readMe()]);
    server.value = known;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    startFailure.value = error;
  }
}

/** After signing in, out or joining: nothing of the other viewer stays. */
export async function changeViewer(): Promise<void> {
  forgetAll();
  await readMe();
  reconnectLive();
}
