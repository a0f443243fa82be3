import { describe, expect, it } from 'vitest';
import { addressWith, anyDesign, queryFrom, questionOf, sizeFrom } from '../../../client/designs/query.ts';

describe('what is asked of the catalogue', () => {
  it('stands in the address, and is read from there again', () => {
    const query = {
      ...anyDesign,
      q: 'power cube & more',
      interface: 'shaft' as const,
      size: '1.25 in',
      side: 'needs' as const,
      machine: 'lathe' as const,
    };
    const address = new URL(addressWith(query), 'http://none');
    expect(queryFrom(Object.fromEntries(address.searchParams))).toEqual(query);
    expect(addressWith(anyDesign)).toBe('/designs');
  });

  it('leaves out what makes no sense', () => {
    const wrong = {
      category: 'nonsense',
      machine: 'teapot',
      interface: 'toString',
      side: 'both',
      readiness: '9',
    };
    expect(queryFrom(wrong)).toEqual(anyDesign);
  });

  it.each([
    ['1.25 in', 31.75],
    ['1 1/4"', 31.75],
    ['1-1/4 in', 31.75],
    ['30', 30],
    ['30 mm', 30],
    ['12 V', 12],
    ['0.5 m', 500],
    ['', null],
    ['some', null],
    ['3 kg', null],
    ['0 mm', null],
  ])('reads a size as people write it: %s', (written, millimetres) => {
    const size = sizeFrom(written);
    if (millimetres === null) expect(size).toBeNull();
    else expect(size).toBeCloseTo(millimetres, 6);
  });

  it('asks the server in millimetres, and for what a workshop can make', () => {
    const path = questionOf({ ...anyDesign, interface: 'shaft', size: '1.25 in', workshop: 'w' }, 'next');
    expect(Object.fromEntries(new URL(path, 'http://none').searchParams)).toEqual({
      interface: 'shaft',
      size: '31.75',
      workshop: 'w',
      makeable: 'true',
      after: 'next',
    });
    expect(questionOf({ ...anyDesign, size: 'wide' })).toBe('/api/designs');
  });
});
