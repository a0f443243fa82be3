import { effect } from '@preact/signals';
import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { me } from '../session.ts';
import { showToast } from '../ui/toasts.ts';
import { readUnsent, sendUnsent, unsent } from './unsent.ts';

/** Sends what waits whenever there is a connection and somebody is signed in; another tab may have written more. */
export function sendWhenBack(): void {
  readUnsent();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) readUnsent();
  });
  let back = false;
  effect(() => {
    const ready = online.value && me.value != null;
    if (ready && !back && unsent.value.some(({ refusal }) => refusal === null)) send();
    back = ready;
  });
}

async function send(): Promise<void> {
  const before = unsent.value.length;
  await sendUnsent();
  const sent = before - unsent.value.length;
  if (sent > 0) showToast(t.offline.sent(sent));
}
