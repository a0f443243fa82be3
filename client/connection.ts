import { signal } from '@preact/signals';

/** False once a request has failed for want of a connection, true again with the next that gets through. */
export const online = signal(true);

/** How often a server that did not answer is asked again while the page is seen, milliseconds. */
const ASK_AGAIN = 5000;

/** A server that was away says nothing when it is back, and a browser that thinks itself online neither. */
async function askAgain(): Promise<void> {
  if (online.value || document.hidden || !navigator.onLine) return;
  const answered = await fetch('/api/server', { method: 'HEAD' }).catch(() => null);
  if (answered?.ok) online.value = true;
}

export function watchConnection(): void {
  online.value = navigator.onLine;
  addEventListener('online', () => {
    online.value = true;
  });
  addEventListener('offline', () => {
    online.value = false;
  });
  setInterval(askAgain, ASK_AGAIN);
}
