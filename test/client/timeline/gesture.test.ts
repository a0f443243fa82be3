import { describe, expect, test } from 'vitest';
import {
  type Gesture,
  type GestureEffect,
  type GestureEvent,
  type GestureRules,
  type Grip,
  idle,
  stepGesture,
} from '../../../client/timeline/gesture.ts';

const MINUTE = 60_000;
const rules: GestureRules = {
  step: 15 * MINUTE,
  fineStep: 5 * MINUTE,
  mayChangeRow: false,
  usualLength: 60 * MINUTE,
};
const booking = { bookingId: 'b1', start: 600 * MINUTE, end: 660 * MINUTE };
const grip = (part: Grip['part'], at: number, row = 2): Grip => ({
  row,
  at: at * MINUTE,
  part,
  booking: part === 'empty' ? null : booking,
});
const down = (grip: Grip, pointer: 'mouse' | 'touch' = 'mouse'): GestureEvent => ({
  type: 'down',
  pointer,
  x: 0,
  y: 0,
  grip,
});
const move = (x: number, minutes: number, more: { fine?: boolean; row?: number } = {}): GestureEvent => ({
  type: 'move',
  x,
  y: 0,
  row: more.row ?? 2,
  at: minutes * MINUTE,
  fine: more.fine ?? false,
});

/** Plays events from rest; tells every effect and the last proposal there was. */
const play = (events: readonly GestureEvent[], withRules = rules) => {
  let state: Gesture = idle;
  const effects: GestureEffect[] = [];
  let proposal: { row: number; action: string; start: number; end: number } | null = null;
  for (const event of events) {
    const stepped = stepGesture(state, event, withRules);
    state = stepped.state;
    effects.push(stepped.effect);
    if (state.phase === 'dragging') {
      const { row, action, start, end } = state.proposal;
      proposal = { row, action, start: start / MINUTE, end: end / MINUTE };
    }
  }
  return { state, effects, proposal };
};

describe('a mouse', () => {
  test('that hardly moves is a tap, and sends nothing', () => {
    const { effects, state } = play([down(grip('empty', 602)), move(3, 605), { type: 'up' }]);
    expect(effects).toEqual(['none', 'none', 'none']);
    expect(state).toEqual(idle);
  });

  test('draws a new booking on an empty stretch in quarters of an hour, one command on release', () => {
    const { effects, proposal } = play([
      down(grip('empty', 607)),
      move(30, 640),
      move(60, 668),
      move(61, 669),
      { type: 'up' },
    ]);
    expect(effects).toEqual(['none', 'begin', 'preview', 'none', 'send']);
    expect(proposal).toEqual({ row: 2, action: 'place', start: 600, end: 675 });
  });

  test('draws to the left as well', () => {
    const { proposal } = play([down(grip('empty', 607)), move(-40, 552)]);
    expect(proposal).toMatchObject({ start: 555, end: 615 });
  });

  test('moves a booking with its length, along its own row only', () => {
    const { proposal } = play([down(grip('body', 630)), move(40, 678, { row: 5 }), { type: 'up' }]);
    expect(proposal).toEqual({ row: 2, action: 'move', start: 645, end: 705 });
  });

  test('moves a booking to another day where rows are days', () => {
    const { proposal } = play([down(grip('body', 630)), move(40, 630 + 1440, { row: 3 })], {
      ...rules,
      mayChangeRow: true,
    });
    expect(proposal).toEqual({ row: 3, action: 'move', start: 2040, end: 2100 });
  });

  test('resizes at either edge and never to nothing', () => {
    expect(play([down(grip('end', 660)), move(40, 701)]).proposal).toMatchObject({ start: 600, end: 705 });
    expect(play([down(grip('end', 660)), move(-90, 500)]).proposal).toMatchObject({ start: 600, end: 615 });
    expect(play([down(grip('start', 600)), move(-40, 571)]).proposal).toMatchObject({ start: 570, end: 660 });
    expect(play([down(grip('start', 600)), move(90, 700)]).proposal).toMatchObject({ start: 645, end: 660 });
  });

  test('goes by five minutes with Shift or Alt', () => {
    expect(play([down(grip('end', 660)), move(40, 678, { fine: true })]).proposal).toMatchObject({
      end: 680,
    });
  });

  test('sends nothing when the gesture is broken off', () => {
    const { effects, state } = play([
      down(grip('body', 630)),
      move(40, 678),
      { type: 'cancel' },
      { type: 'up' },
    ]);
    expect(effects).toEqual(['none', 'begin', 'abandon', 'none']);
    expect(state).toEqual(idle);
  });

  test('with a second button or finger abandons', () => {
    expect(play([down(grip('body', 630)), move(40, 678), down(grip('body', 630))]).effects.at(-1)).toBe(
      'abandon',
    );
  });
});

describe('a finger', () => {
  test('that moves at once scrolls', () => {
    const { effects, state } = play([
      down(grip('body', 630), 'touch'),
      move(14, 644),
      move(80, 700),
      { type: 'up' },
    ]);
    expect(effects).toEqual(['none', 'none', 'none', 'none']);
    expect(state).toEqual(idle);
  });

  test('that rests takes hold, then drags', () => {
    const { effects, proposal } = play([
      down(grip('body', 630), 'touch'),
      move(4, 632),
      { type: 'longPress' },
      move(40, 678),
      { type: 'up' },
    ]);
    expect(effects).toEqual(['none', 'none', 'begin', 'preview', 'send']);
    expect(proposal).toMatchObject({ action: 'move', start: 645, end: 705 });
  });

  test('that rests on an empty stretch proposes an hour from there', () => {
    const { proposal } = play([down(grip('empty', 607), 'touch'), { type: 'longPress' }]);
    expect(proposal).toEqual({ row: 2, action: 'place', start: 600, end: 660 });
  });

  test('that trembles still rests, and opens what lies under it instead of booking it', () => {
    const events = [
      down(grip('empty', 607), 'touch'),
      { type: 'longPress' },
      move(6, 610),
      { type: 'up' },
    ] as const;
    const { effects, proposal } = play(events);
    expect(effects).toEqual(['none', 'begin', 'none', 'rest']);
    expect(proposal).toMatchObject({ start: 600, end: 660 });
  });

  test('is not mistaken for one that rests after it has left', () => {
    expect(play([down(grip('body', 630), 'touch'), { type: 'up' }, { type: 'longPress' }]).state).toEqual(
      idle,
    );
  });
});
