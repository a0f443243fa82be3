import { describe, expect, it } from 'vitest';
import { codesOf, DistinctCodes } from '../../../../server/designs/lists/kindCodes.ts';

describe('codes of parts', () => {
  it('are counted once each, however many lists name them', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `part ${index}`);
    const codes = new DistinctCodes();
    codes.add(codesOf(names.slice(0, 7000)));
    codes.add(codesOf(names.slice(3000)));
    codes.add('');
    expect(codes.count).toBe(new Set(names).size);
  });
});
