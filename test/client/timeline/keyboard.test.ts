import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../client/timeline/cells.ts';
import {
  focusedCell,
  type KeyboardRules,
  type KeyboardState,
  stepKeyboard,
} from '../../../client/timeline/keyboard.ts';
import { bookingAt } from './views.ts';

const MINUTE = 60_000;
const view = (bookingId: string, mine: boolean) =>
  bookingAt(bookingId, Date.parse('2026-11-22T10:00:00Z'), Date.parse('2026-11-22T11:00:00Z'), mine);
const booked = (key: string, from: number, to: number, mine: boolean): Cell => {
  const span = { start: from * MINUTE, end: to * MINUTE };
  return { kind: 'booking', key, lane: 0, ...span, booking: { view: view(key, mine), ...span } };
};
const free = (from: number, to: number): Cell => ({
  kind: 'free',
  key: `free-${to}`,
  places: 1,
  start: from * MINUTE,
  end: to * MINUTE,
});

const rows: Cell[][] = [
  [free(540, 600), booked('mine', 600, 660, true), free(660, 900)],
  [free(540, 700), booked('theirs', 700, 800, false)],
  [{ kind: 'past', key: 'past', start: 0, end: 1440 * MINUTE }],
];
const rules: KeyboardRules = {
  rowCount: rows.length,
  cellsOf: (row) => rows[row] ?? [],
  shift: (at) => at,
  step: 15 * MINUTE,
  fineStep: 5 * MINUTE,
  usualLength: 60 * MINUTE,
  mayChangeRow: false,
  page: 10,
};
const start: KeyboardState = { mode: 'browsing', row: 0, key: 'free-600', at: 540 * MINUTE };

const press = (keys: readonly string[], from: KeyboardState = start, withRules = rules) => {
  let state = from;
  let effect = 'none';
  for (const key of keys) {
    const [name = '', ...modifiers] = key.split('+').reverse();
    const stroke = { key: name, shift: modifiers.includes('Shift'), ctrl: modifiers.includes('Ctrl') };
    const stepped = stepKeyboard(state, stroke, withRules);
    state = stepped.state;
    effect = stepped.effect;
  }
  const held = state.mode === 'holding' ? state.proposal : null;
  const proposal = held && {
    action: held.action,
    row: held.row,
    start: held.start / MINUTE,
    end: held.end / MINUTE,
  };
  return { state, effect, key: focusedCell(state, withRules)?.key, proposal };
};

describe('arrows', () => {
  test('walk through the cells of a row and stop at its ends', () => {
    expect(press(['ArrowRight']).key).toBe('mine');
    expect(press(['ArrowRight', 'ArrowRight', 'ArrowRight']).key).toBe('free-900');
    expect(press(['ArrowLeft']).key).toBe('free-600');
    expect(press(['End']).key).toBe('free-900');
    expect(press(['End', 'Home']).key).toBe('free-600');
  });

  test('keep the time while they go from row to row', () => {
    const below = press(['End', 'ArrowDown']);
    expect(below.key).toBe('free-700');
    expect(press(['ArrowUp'], below.state).key).toBe('free-900');
    expect(press(['Ctrl+End']).key).toBe('past');
    expect(press(['PageDown']).key).toBe('past');
  });

  test('find the cell that now covers the time when the old one is gone', () => {
    expect(focusedCell({ mode: 'browsing', row: 1, key: 'gone', at: 720 * MINUTE }, rules)?.key).toBe(
      'theirs',
    );
  });

  test('leave other keys to the browser', () => {
    expect(press(['Tab']).effect).toBe('ignored');
    expect(press(['q']).effect).toBe('ignored');
  });
});

describe('a new booking', () => {
  test('begins with Enter in a gap, an hour long or as long as the gap', () => {
    expect(press(['Enter'])).toMatchObject({
      effect: 'grabbed',
      proposal: { action: 'place', start: 540, end: 600 },
    });
    expect(press(['End', 'Enter']).proposal).toMatchObject({ start: 660, end: 720 });
  });

  test('moves by quarters, by five minutes with a comma or a stop, and by hours', () => {
    expect(press(['End', 'Enter', 'ArrowRight', 'ArrowRight']).proposal).toMatchObject({
      start: 690,
      end: 750,
    });
    expect(press(['End', 'Enter', '.']).proposal).toMatchObject({ start: 665, end: 725 });
    expect(press(['End', 'Enter', 'PageDown']).proposal).toMatchObject({ start: 720, end: 780 });
  });

  test('grows and shrinks with Shift, never to nothing', () => {
    expect(press(['Enter', 'Shift+ArrowRight']).proposal).toMatchObject({ start: 540, end: 615 });
    const shrunk = press(['Enter', ...new Array<string>(9).fill('Shift+ArrowLeft')]);
    expect(shrunk.proposal).toMatchObject({ start: 540, end: 555 });
  });

  test('goes to another machine', () => {
    expect(press(['Enter', 'ArrowDown']).proposal).toMatchObject({ row: 1, start: 540 });
  });

  test('is sent once with Enter, and dropped with Escape', () => {
    const sent = press(['Enter', 'ArrowRight', 'Enter']);
    expect(sent).toMatchObject({ effect: 'send', state: { mode: 'browsing', row: 0 } });
    expect(press(['Enter', 'Escape'])).toMatchObject({ effect: 'released', state: { mode: 'browsing' } });
  });
});

describe('an existing booking', () => {
  test('opens with Enter', () => {
    expect(press(['ArrowRight', 'Enter']).effect).toBe('open');
  });

  test('is taken up with Space when it is mine', () => {
    expect(press(['ArrowRight', ' '])).toMatchObject({
      effect: 'grabbed',
      proposal: { action: 'move', start: 600 },
    });
    expect(press(['ArrowDown', 'End', ' '])).toMatchObject({
      effect: 'cannotGrab',
      state: { mode: 'browsing' },
    });
  });

  test('stays on its machine, and goes to another day where rows are days', () => {
    expect(press(['ArrowRight', ' ', 'ArrowDown']).proposal).toMatchObject({ row: 0, start: 600 });
    const days = {
      ...rules,
      mayChangeRow: true,
      shift: (at: number, from: number, to: number) => at + (to - from) * 86_400_000,
    };
    expect(press(['ArrowRight', ' ', 'ArrowDown'], start, days).proposal).toMatchObject({
      row: 1,
      start: 2040,
      end: 2100,
    });
  });
});
