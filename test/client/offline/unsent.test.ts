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
  const row = { path: `/api/builds/b/log/${madeBy('c-1')}/note`, body: { about: [madeBy('c-1')] } };

  it('says for which it waits', () => {
    expect([
      waitsFor(row),
      waitsFor({ path: '/x', body: {} }),
      waitsFor({ path: '/x', body: undefined }),
    ]).toEqual(['c-1', null, null]);
    expect(waitsFor({ path: '/x', body: { on: madeBy('c-2') } })).toBe('c-2');
  });

  it('gets the id, in its path and its body', () => {
    expect(withMade(row, 'c-1', 'id-9')).toEqual({
      path: '/api/builds/b/log/id-9/note',
      body: { about: ['id-9'] },
    });
  });
});
