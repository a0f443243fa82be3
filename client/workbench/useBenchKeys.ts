import { useEffect } from 'preact/hooks';
import { lengthUnits } from '../measures/lengthUnits.ts';
import type { Workbench } from './bench.ts';
import { moveBy } from './gestures/move.ts';
import { pushOf } from './push.ts';
import { copyChosen, removeChosen } from './toolbar.tsx';

/** Keys that push what is chosen, with Alt held: arrows along x and y, page keys along z. */
const PUSHES: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowRight: [1, 0, 0],
  ArrowLeft: [-1, 0, 0],
  ArrowUp: [0, 1, 0],
  ArrowDown: [0, -1, 0],
  PageUp: [0, 0, 1],
  PageDown: [0, 0, -1],
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

/** The workbench by keyboard: Delete removes, Ctrl+D copies, Escape lets go, Alt with arrows pushes. */
export function useBenchKeys(bench: Workbench): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        bench.show(null);
        if (!isTyping(event.target) && bench.joining.value) bench.joining.value = null;
        return;
      }
      if (isTyping(event.target) || bench.selected.value.length === 0) return;
      const push = event.altKey && !event.ctrlKey ? PUSHES[event.key] : undefined;
      if (push) {
        const step = pushOf(lengthUnits.value);
        const [x, y, z] = push;
        bench.act(moveBy(bench.standing.value, bench.selected.value, [x * step, y * step, z * step]));
      } else if (event.key === 'Delete') removeChosen(bench);
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') copyChosen(bench);
      else return;
      event.preventDefault();
    };
    // What was only being typed is no longer shown when the field is left.
    const left = () => bench.show(null);
    addEventListener('keydown', press);
    addEventListener('focusout', left);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('focusout', left);
    };
  }, [bench]);
}
