import { describe, expect, it } from 'vitest';
import { rankOf } from '../../../server/search/rank.ts';

const saw = { name: 'Table saw', more: ['Felder', null, 'Bamberg'] };

describe('what is searched', () => {
  it('is found by its name first, by a word of it next, by anything else last', () => {
    expect(rankOf(saw, 'table saw')).toBe(0);
    expect(rankOf(saw, 'tab')).toBe(1);
    expect(rankOf(saw, 'saw')).toBe(2);
    expect(rankOf(saw, 'feld')).toBe(3);
    expect(rankOf(saw, 'aw')).toBe(3);
  });

  it('is found without accents and with them, in any case and order', () => {
    expect(rankOf({ name: 'Cortadora láser', more: [] }, 'LASER')).toBe(2);
    expect(rankOf({ name: 'Nahmaschine', more: [] }, 'nähmaschine')).toBe(0);
    expect(rankOf(saw, 'saw bamberg')).toBe(3);
  });

  it('has to have every word', () => {
    expect(rankOf(saw, 'saw lathe')).toBeNull();
    expect(rankOf(saw, '  ')).toBeNull();
  });
});
