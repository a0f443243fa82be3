import { type Eye, orbited, panned, zoomed } from './eye.ts';

/** A press that moves less than this is one, pixels. */
const STILL = 6;
/** A whole turn for so many pixels. */
const TURN = 700;

export interface HandsOn {
  eye(): Eye;
  look(eye: Eye): void;
  /** Least and most distance. */
  limits(): [number, number];
  press(x: number, y: number, more: boolean, coarse: boolean): void;
  /** Null: left. */
  hover(at: { x: number; y: number } | null): void;
  /** Somebody else takes the gesture that begins. */
  taken?: ((event: PointerEvent) => boolean) | undefined;
}

interface Finger {
  x: number;
  y: number;
}

/**
 * Mouse, pen and fingers: one turns, two move and zoom; the right button or Shift moves, the wheel zooms where the
 * picture has the focus or Control is held, so that a page can still be scrolled past it. @returns what ends it.
 */
export function lendHands(canvas: HTMLCanvasElement, on: HandsOn): () => void {
  const fingers = new Map<number, Finger>();
  const ending = new AbortController();
  const { signal } = ending;
  let moved = 0;
  let several = false;
  let hovering = 0;
  const at = (event: MouseEvent): Finger => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const zoomAt = (factor: number, { x, y }: Finger) =>
    on.look(
      zoomed(
        on.eye(),
        factor,
        x - canvas.clientWidth / 2,
        y - canvas.clientHeight / 2,
        canvas.clientHeight,
        on.limits(),
      ),
    );

  const down = (event: PointerEvent) => {
    if (fingers.size === 0 && on.taken?.(event)) return;
    if (event.pointerType !== 'mouse' || event.button === 0) canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    if (fingers.size === 0) {
      moved = 0;
      several = false;
    } else several = true;
    fingers.set(event.pointerId, at(event));
  };
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    const now = at(event);
    if (!before) {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      cancelAnimationFrame(hovering);
      hovering = requestAnimationFrame(() => on.hover(now));
      return;
    }
    const [x, y] = [now.x - before.x, now.y - before.y];
    moved += Math.hypot(x, y);
    if (moved < STILL) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (other) {
      const apart = (finger: Finger) => Math.hypot(finger.x - other.x, finger.y - other.y);
      on.look(panned(on.eye(), x / 2, y / 2, canvas.clientHeight));
      zoomAt(apart(before) / Math.max(1, apart(now)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (event.shiftKey || (event.buttons & 6) !== 0) {
      on.look(panned(on.eye(), x, y, canvas.clientHeight));
    } else {
      on.look(orbited(on.eye(), (-x / TURN) * 2 * Math.PI, (y / TURN) * 2 * Math.PI));
    }
  };
  const up = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (event.type === 'pointercancel' || several || moved >= STILL || event.button > 0) return;
    const { x, y } = at(event);
    on.press(x, y, event.shiftKey || event.ctrlKey || event.metaKey, event.pointerType !== 'mouse');
  };
  const wheel = (event: WheelEvent) => {
    if (document.activeElement !== canvas && !event.ctrlKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    zoomAt(Math.exp(Math.max(-240, Math.min(240, event.deltaY * lines)) / 600), at(event));
  };
  canvas.addEventListener('pointerdown', down, { signal });
  canvas.addEventListener('pointermove', move, { signal });
  canvas.addEventListener('pointerup', up, { signal });
  canvas.addEventListener('pointercancel', up, { signal });
  canvas.addEventListener('wheel', wheel, { signal, passive: false });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  canvas.addEventListener(
    'pointerleave',
    () => {
      cancelAnimationFrame(hovering);
      on.hover(null);
    },
    { signal },
  );
  return () => {
    cancelAnimationFrame(hovering);
    ending.abort();
  };
}
