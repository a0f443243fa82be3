import { describe, expect, it } from 'vitest';
import { LABEL_FORMATS, pagesOf } from '../../../client/labels/formats.ts';

describe('labels on paper', () => {
  it('fill sheets of 24', () => {
    const labels = Array.from({ length: 30 }, (_, index) => index);
    expect(pagesOf(labels, LABEL_FORMATS.sheet).map((page) => page.length)).toEqual([24, 6]);
  });

  it('leave the used places of the first sheet empty', () => {
    expect(pagesOf(['laser', 'saw'], LABEL_FORMATS.sheet, 2)).toEqual([[null, null, 'laser', 'saw']]);
  });

  it('go on to a second sheet when the first one is half used', () => {
    const labels = Array.from({ length: 24 }, (_, index) => index);
    expect(pagesOf(labels, LABEL_FORMATS.sheet, 12).map((page) => page.length)).toEqual([24, 12]);
  });

  it('stand alone on a roll', () => {
    expect(pagesOf(['laser', 'saw'], LABEL_FORMATS.roll)).toEqual([['laser'], ['saw']]);
  });

  it('fit on their paper in every format', () => {
    for (const { page, label, columns, rows, code } of Object.values(LABEL_FORMATS)) {
      expect(label.width * columns).toBeLessThanOrEqual(page.width);
      expect(label.height * rows).toBeLessThanOrEqual(page.height);
      expect(code).toBeLessThan(Math.min(label.width, label.height));
    }
  });
});
