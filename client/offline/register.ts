/** Whether this browser can keep the program: needs HTTPS or this very machine. */
const possible = () => import.meta.env.PROD && window.isSecureContext && 'serviceWorker' in navigator;

/**
 * Lets the service worker keep the program, once the first page stands and is idle. Where data is to be saved, only
 * what was opened is kept.
 */
export function keepProgram(): void {
  if (!possible()) return;
  const register = async () => {
    await navigator.serviceWorker.register('/worker.js');
    const { active } = await navigator.serviceWorker.ready;
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!connection?.saveData) active?.postMessage('fetch the rest');
  };
  // Without it everything works as before, with a connection.
  const begin = () => register().catch(() => undefined);
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
