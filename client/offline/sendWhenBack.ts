import { effect } from '@preact/signals';
import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { me } from '../session.ts';
import { showToast } from '../ui/toasts.ts';
import { sendUnsent, somethingWaits } from './sendUnsent.ts';
import { readUnsent, unsent } from './unsent.ts';

/** What a busy server did not take is offered again after this, milliseconds. */
const AGAIN = 30_000;

/** Sends what waits whenever there is a connection and somebody is signed in; another tab may have written more. */
export function sendWhenBack(): void {
  readUnsent();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) readUnsent();
  });
  let back = false;
  effect(() => {
    const ready = online.value && me.value != null;
    if (ready && !back && somethingWaits()) send();
    back = ready;
  });
  setInterval(() => {
    if (online.value && me.value != null && !document.hidden && somethingWaits()) send();
  }, AGAIN);
}

async function send(): Promise<void> {
  const before = unsent.value.length;
  await sendUnsent();
  const sent = before - unsent.value.length;
  if (sent > 0) showToast(t.offline.sent(sent));
}
