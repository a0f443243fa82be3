import {
  type Gesture,
  type GestureEvent,
  type GestureRules,
  type Grip,
  idle,
  type Proposal,
  stepGesture,
} from './gesture.ts';

/** How long a finger rests before it takes hold, milliseconds. */
const LONG_PRESS = 380;
/** Near this edge of the window (pixels) a drag scrolls on. */
const EDGE = 44;

/** What the gestures move and ask; a timeline gives it. */
export interface GestureStage {
  scroller: HTMLElement;
  rules(): GestureRules;
  /** What a pointer that went down here would take hold of; null where there is nothing to hold. */
  gripAt(target: Element, x: number, y: number): Grip | null;
  /** Row and instant under a point of the canvas (pixels from the first row's track). */
  locate(x: number, y: number): { row: number; at: number };
  /** Left and top of the canvas' tracks within the scroller: widths of plates and axis. */
  margins(): { left: number; top: number };
  begin(proposal: Proposal): void;
  preview(proposal: Proposal): void;
  send(proposal: Proposal): void;
  /** A finger rested here and was lifted: `proposal` is what lies under it. */
  rest(proposal: Proposal): void;
  abandon(): void;
}

/** Listens to the pointer and turns it into gestures. Returns the way to stop. */
export const listenToPointers = (stage: GestureStage): (() => void) => {
  const { scroller } = stage;
  let gesture: Gesture = idle;
  let pointerId = -1;
  let holding: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let dragged = false;
  // Scratch of the last move: written by events, read once per frame.
  let clientX = 0;
  let clientY = 0;
  let fine = false;
  let bounds = scroller.getBoundingClientRect();

  const step = (event: GestureEvent) => {
    const before = gesture;
    const { state, effect } = stepGesture(gesture, event, stage.rules());
    gesture = state;
    if (effect === 'none') return;
    if (gesture.phase === 'dragging' && effect === 'begin') {
      dragged = true;
      scroller.setPointerCapture(pointerId);
      stage.begin(gesture.proposal);
      frame ||= requestAnimationFrame(follow);
    } else if (gesture.phase === 'dragging' && effect === 'preview') stage.preview(gesture.proposal);
    else if (before.phase === 'dragging' && effect === 'send') stage.send(before.proposal);
    else if (before.phase === 'dragging' && effect === 'rest') stage.rest(before.proposal);
    else if (effect === 'abandon') stage.abandon();
  };

  const place = () => {
    const { left, top } = stage.margins();
    return stage.locate(
      clientX - bounds.left + scroller.scrollLeft - left,
      clientY - bounds.top + scroller.scrollTop - top,
    );
  };

  const follow = () => {
    frame = 0;
    if (gesture.phase !== 'dragging') return;
    const across = pull(clientX, bounds.left + stage.margins().left, bounds.right);
    const down = stage.rules().mayChangeRow
      ? pull(clientY, bounds.top + stage.margins().top, bounds.bottom)
      : 0;
    if (across !== 0 || down !== 0) scroller.scrollBy(across, down);
    step({ type: 'move', x: clientX, y: clientY, ...place(), fine });
    frame = requestAnimationFrame(follow);
  };

  const stop = () => {
    clearTimeout(holding);
    cancelAnimationFrame(frame);
    frame = 0;
    pointerId = -1;
  };

  const down = (event: PointerEvent) => {
    dragged = false;
    if (pointerId !== -1) {
      step({ type: 'cancel' });
      stop();
      return;
    }
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    bounds = scroller.getBoundingClientRect();
    const { left, top } = stage.margins();
    const x = event.clientX - bounds.left + scroller.scrollLeft - left;
    const y = event.clientY - bounds.top + scroller.scrollTop - top;
    const grip = stage.gripAt(event.target, x, y);
    if (!grip) return;
    ({ pointerId, clientX, clientY } = event);
    const pointer = event.pointerType === 'touch' ? 'touch' : 'mouse';
    step({ type: 'down', pointer, x: clientX, y: clientY, grip });
    if (pointer === 'touch') holding = setTimeout(() => step({ type: 'longPress' }), LONG_PRESS);
  };

  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    ({ clientX, clientY } = event);
    fine = event.shiftKey || event.altKey;
    // While it drags, the frame follows; before, only the distance counts.
    if (gesture.phase === 'pressed') step({ type: 'move', x: clientX, y: clientY, ...place(), fine });
    if (gesture.phase === 'idle') stop();
  };

  const up = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if (gesture.phase === 'dragging') {
      ({ clientX, clientY } = event);
      step({ type: 'move', x: clientX, y: clientY, ...place(), fine });
    }
    step({ type: 'up' });
    stop();
  };

  const cancel = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    step({ type: 'cancel' });
    stop();
  };

  const dropOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || gesture.phase !== 'dragging') return;
    event.stopPropagation();
    step({ type: 'cancel' });
    stop();
  };

  // A resting finger that has taken hold drags; the browser must not scroll, nor open its menu.
  const holdStill = (event: TouchEvent) => {
    if (gesture.phase === 'dragging' && event.cancelable) event.preventDefault();
  };
  const noMenu = (event: Event) => {
    if (pointerId !== -1) event.preventDefault();
  };
  const noClickAfterDrag = (event: Event) => {
    if (!dragged) return;
    dragged = false;
    event.stopPropagation();
    event.preventDefault();
  };

  const leaving = new AbortController();
  const { signal } = leaving;
  scroller.addEventListener('pointerdown', down, { signal });
  scroller.addEventListener('pointermove', move, { signal });
  scroller.addEventListener('pointerup', up, { signal });
  scroller.addEventListener('pointercancel', cancel, { signal });
  scroller.addEventListener('touchmove', holdStill, { signal, passive: false });
  scroller.addEventListener('contextmenu', noMenu, { signal });
  scroller.addEventListener('click', noClickAfterDrag, { signal, capture: true });
  addEventListener('keydown', dropOnEscape, { signal, capture: true });
  return () => {
    leaving.abort();
    stop();
  };
};

/** Pixels to scroll in this frame, by how far the pointer has come into the edge. */
const pull = (at: number, from: number, to: number): number => {
  if (at > to - EDGE) return Math.min(16, (at - to + EDGE) / 3);
  if (at < from + EDGE) return -Math.min(16, (from + EDGE - at) / 3);
  return 0;
};
