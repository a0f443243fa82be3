import { useLayoutEffect, useRef } from 'preact/hooks';
import { Wedge } from './wedge.ts';

/**
 * Codes from a scanner that types like a keyboard, wherever the focus is, without a field for them: on a telephone a
 * field in focus would lift the keyboard over the page. Dialogs keep their keys to themselves.
 */
export function useWedge(onCode: (code: string, keys: number) => void): void {
  const latest = useRef(onCode);
  latest.current = onCode;
  // From the moment the page is seen: a scanner does not wait.
  useLayoutEffect(() => {
    const wedge = new Wedge();
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const keys = wedge.length;
      const code = wedge.key(event.key, event.timeStamp);
      if (code === null) return;
      // The Enter belongs to the code, and presses no button.
      event.preventDefault();
      event.stopPropagation();
      latest.current(code, keys);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
