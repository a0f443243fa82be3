import type { Span } from './wallDay.ts';

/** A finger that has moved further than this (pixels) scrolls; a mouse that has, drags. */
const SLOP_TOUCH = 10;
const SLOP_MOUSE = 4;

/** What a gesture took hold of. `booking` is null on an empty stretch: a new booking is drawn. */
export interface Grip {
  row: number;
  /** Instant under the pointer when it went down. */
  at: number;
  part: 'empty' | 'body' | 'start' | 'end';
  booking: (Span & { bookingId: string }) | null;
}

/** Where a gesture would put a booking. */
export interface Proposal extends Span {
  row: number;
  /** `place`, or what it does to the booking it holds. */
  action: 'place' | 'move' | 'resize';
  bookingId: string | null;
}

export type Gesture =
  | { phase: 'idle' }
  | { phase: 'pressed'; pointer: 'mouse' | 'touch'; x: number; y: number; grip: Grip }
  | { phase: 'dragging'; x: number; y: number; grip: Grip; proposal: Proposal; moved: boolean };

export type GestureEvent =
  | { type: 'down'; pointer: 'mouse' | 'touch'; x: number; y: number; grip: Grip }
  | { type: 'move'; x: number; y: number; row: number; at: number; fine: boolean }
  | { type: 'longPress' }
  | { type: 'up' }
  | { type: 'cancel' };

/**
 * What a step of a gesture asks of the world, beside its next state. `rest`: a finger was held still and lifted again, which
 * opens what lies under it rather than booking it.
 */
export type GestureEffect = 'none' | 'begin' | 'preview' | 'send' | 'rest' | 'abandon';

export interface GestureRules {
  /** Snapping steps in milliseconds; the fine one with Shift or Alt. */
  step: number;
  fineStep: number;
  /** Whether a booking may be dragged to another row (days of one machine), or only along its own (machines). */
  mayChangeRow: boolean;
  /** Length of a booking where a finger is held still on an empty stretch. */
  usualLength: number;
}

export const idle: Gesture = { phase: 'idle' };

/** One step of a gesture: pure. `send` comes at most once, with the last proposal still in the state before. */
export const stepGesture = (
  state: Gesture,
  event: GestureEvent,
  rules: GestureRules,
): { state: Gesture; effect: GestureEffect } => {
  switch (event.type) {
    case 'down':
      if (state.phase !== 'idle')
        return { state: idle, effect: state.phase === 'dragging' ? 'abandon' : 'none' };
      return { state: { ...event, phase: 'pressed' }, effect: 'none' };
    case 'move':
      return moved(state, event, rules);
    case 'longPress':
      if (state.phase !== 'pressed' || state.pointer !== 'touch') return { state, effect: 'none' };
      return { state: beginning(state, rules), effect: 'begin' };
    case 'up':
      if (state.phase !== 'dragging') return { state: idle, effect: 'none' };
      return { state: idle, effect: state.moved ? 'send' : 'rest' };
    case 'cancel':
      return { state: idle, effect: state.phase === 'dragging' ? 'abandon' : 'none' };
  }
};

const moved = (
  state: Gesture,
  event: Extract<GestureEvent, { type: 'move' }>,
  rules: GestureRules,
): { state: Gesture; effect: GestureEffect } => {
  if (state.phase === 'idle') return { state, effect: 'none' };
  const distance = Math.hypot(event.x - state.x, event.y - state.y);
  // A finger that has taken hold trembles before it drags.
  if (state.phase === 'dragging' && !state.moved && distance <= SLOP_TOUCH) return { state, effect: 'none' };
  if (state.phase === 'pressed') {
    if (distance <= (state.pointer === 'touch' ? SLOP_TOUCH : SLOP_MOUSE)) return { state, effect: 'none' };
    // Before the long press has come, a moving finger scrolls.
    if (state.pointer === 'touch') return { state: idle, effect: 'none' };
    const proposal = propose(state.grip, event, rules);
    return {
      state: { phase: 'dragging', x: state.x, y: state.y, grip: state.grip, proposal, moved: true },
      effect: 'begin',
    };
  }
  const proposal = propose(state.grip, event, rules);
  const before = state.proposal;
  const same = before.start === proposal.start && before.end === proposal.end && before.row === proposal.row;
  return same ? { state, effect: 'none' } : { state: { ...state, proposal, moved: true }, effect: 'preview' };
};

const beginning = ({ x, y, grip }: Extract<Gesture, { phase: 'pressed' }>, rules: GestureRules): Gesture => {
  const start = snapDown(grip.at, rules.step);
  const fresh = {
    row: grip.row,
    action: 'place',
    bookingId: null,
    start,
    end: start + rules.usualLength,
  } as const;
  const { booking } = grip;
  const held =
    booking &&
    ({ row: grip.row, bookingId: booking.bookingId, start: booking.start, end: booking.end } as const);
  const action = grip.part === 'body' ? 'move' : 'resize';
  return { phase: 'dragging', x, y, grip, proposal: held ? { ...held, action } : fresh, moved: false };
};

const propose = (
  grip: Grip,
  pointer: { row: number; at: number; fine: boolean },
  rules: GestureRules,
): Proposal => {
  const step = pointer.fine ? rules.fineStep : rules.step;
  const { booking } = grip;
  if (!booking) {
    const anchor = snapDown(grip.at, step);
    const at = snap(pointer.at, step);
    const [start, end] = at > anchor ? [anchor, at] : [Math.min(at, anchor), anchor + step];
    return { row: grip.row, action: 'place', bookingId: null, start, end };
  }
  const held = { row: grip.row, bookingId: booking.bookingId };
  if (grip.part === 'start')
    return {
      ...held,
      action: 'resize',
      start: Math.min(snap(pointer.at, step), booking.end - step),
      end: booking.end,
    };
  if (grip.part === 'end')
    return {
      ...held,
      action: 'resize',
      start: booking.start,
      end: Math.max(snap(pointer.at, step), booking.start + step),
    };
  const start = snap(booking.start + (pointer.at - grip.at), step);
  const row = rules.mayChangeRow ? pointer.row : grip.row;
  return { ...held, row, action: 'move', start, end: start + (booking.end - booking.start) };
};

const snap = (at: number, step: number) => Math.round(at / step) * step;
const snapDown = (at: number, step: number) => Math.floor(at / step) * step;
