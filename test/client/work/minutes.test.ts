import { describe, expect, it } from 'vitest';
import { minutesFrom } from '../../../client/work/minutes.ts';
import { subjectsFrom } from '../../../client/work/subjects.ts';

describe('a time as people say it', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['1:30', 90],
    ['2 h', 120],
    ['2h', 120],
    ['1.5 hours', 90],
    ['1 h 30', 90],
    ['1h30min', 90],
    ['1 hora y 15 minutos', 75],
    ['0.4 h', 24],
  ])('%s is %i minutes', (text, minutes) => {
    expect(minutesFrom(text)).toBe(minutes);
  });

  it('takes a comma where one is written', () => {
    expect(minutesFrom('1,5 h', true)).toBe(90);
  });

  it.each(['', 'a while', '0', '-5', '1:75', '1e9 h', 'h', '99999 h', '1 h 30 h'])(
    'does not take "%s"',
    (text) => {
      expect(minutesFrom(text)).toBeNull();
    },
  );
});

describe('what one may have worked on', () => {
  const workshop = { workshopId: '0b7e4d1c-52a9-4f0e-9c3d-000000000001', name: 'Riverside' };
  const on = { kind: 'workshop' as const, workshopId: workshop.workshopId };

  it('names each once, what was asked for first', () => {
    const design = { kind: 'design' as const, designId: '0b7e4d1c-52a9-4f0e-9c3d-000000000002' };
    const entry = {
      workId: '0b7e4d1c-52a9-4f0e-9c3d-000000000003',
      kind: 'cleaning' as const,
      minutes: 5,
      at: '2026-06-16T08:00:00Z',
      note: null,
    };
    const work = [
      { ...entry, on, onName: 'Riverside' },
      { ...entry, on: design, onName: null },
    ];
    const found = subjectsFrom({ subject: design, name: 'Press' }, [], work, [workshop]);
    expect(found.map(({ name }) => name)).toEqual(['Press', 'Riverside']);
  });
});
