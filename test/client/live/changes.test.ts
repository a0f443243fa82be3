import { describe, expect, it } from 'vitest';
import { concerns, fromServer } from '../../../client/live/changes.ts';

describe('what the server tells', () => {
  it('becomes a message for the tabs, without positions', () => {
    const data = JSON.stringify({ position: '41', topics: ['machine-1'] });
    expect(fromServer('change', data)).toEqual({ kind: 'change', topics: ['machine-1'] });
  });

  it('is left alone where it cannot be read', () => {
    expect(fromServer('change', 'half a lin')).toBeNull();
    expect(fromServer('change', '{"position":1}')).toBeNull();
  });

  it('may be that something was missed', () => {
    expect(fromServer('gap', '')).toEqual({ kind: 'gap' });
  });
});

describe('a page that shows machine 1', () => {
  const topics = ['machine-1', 'calendar-1'];

  it('reads again when it changed', () => {
    expect(concerns(topics, { kind: 'change', topics: ['calendar-1', 'machine-9'] })).toBe(true);
  });

  it('and a page that shows all of a kind reads also for a new one, of that kind', () => {
    expect(concerns(['member-'], { kind: 'change', topics: ['member-new'] })).toBe(true);
    expect(concerns(['member-'], { kind: 'change', topics: ['machine-1'] })).toBe(false);
    expect(concerns(['member-1'], { kind: 'change', topics: ['member-'] })).toBe(false);
  });

  it('does not when something else changed', () => {
    expect(concerns(topics, { kind: 'change', topics: ['machine-11'] })).toBe(false);
  });

  it('reads again after a gap, whatever it shows', () => {
    expect(concerns([], { kind: 'gap' })).toBe(true);
  });

  it('does not when another tab only signed in', () => {
    expect(concerns(topics, { kind: 'reconnect' })).toBe(false);
  });
});
