import { signal } from '@preact/signals';

/** False once a request has failed for want of a connection, true again with the next that gets through. */
export const online = signal(true);

export function watchConnection(): void {
  online.value = navigator.onLine;
  addEventListener('online', () => {
    online.value = true;
  });
  addEventListener('offline', () => {
    online.value = false;
  });
}
