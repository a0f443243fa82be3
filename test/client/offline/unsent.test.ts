import { describe, expect, it } from 'vitest';
import { filled } from '../../../client/offline/keptFiles.ts';
import { madeBy, waitsFor, withMade } from '../../../client/offline/madeBy.ts';

describe('a command with files that waits', () => {
  it('gets their ids where their keys stood, and nothing else is touched', () => {
    const body = {
      photographs: ['k1', 'k2'],
      note: 'k1 is a word here too',
      at: 3,
      none: null,
      deep: [{ f: 'k2' }],
    };
    const ids = new Map([
      ['k1', 'aa'],
      ['k2', 'bb'],
    ]);
    expect(filled(body, ids)).toEqual({
      photographs: ['aa', 'bb'],
      note: 'k1 is a word here too',
      at: 3,
      none: null,
      deep: [{ f: 'bb' }],
    });
  });
});

describe('a command behind one whose id is not known yet', () => {
  const [FIRST, SECOND] = ['0b7e4d1c-52a9-4f0e-9c3d-000000000001', '0b7e4d1c-52a9-4f0e-9c3d-000000000002'];
  const row = { path: `/api/builds/b/log/${madeBy(FIRST)}/note`, body: { about: [madeBy(FIRST)] } };

  it('says for which it waits', () => {
    expect([
      waitsFor(row),
      waitsFor({ path: '/x', body: {} }),
      waitsFor({ path: '/x', body: undefined }),
    ]).toEqual([FIRST, null, null]);
    expect(waitsFor({ path: '/x', body: { on: madeBy(SECOND) } })).toBe(SECOND);
  });

  it('is not one whose words merely say what was made', () => {
    expect(waitsFor({ path: '/x', body: { note: 'Hand-made:yes, made:3 of them' } })).toBeNull();
  });

  it('gets the id, in its path and its body', () => {
    expect(withMade(row, FIRST, 'id-9')).toEqual({
      path: '/api/builds/b/log/id-9/note',
      body: { about: ['id-9'] },
    });
  });
});
