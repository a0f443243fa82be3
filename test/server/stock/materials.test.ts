import { describe, expect, it } from 'vitest';
import { materialIdOf, materialOfLine, plainWords } from '../../../server/stock/materials.ts';
import { emptyLine } from '../../../shared/designs/partLines.ts';

describe('the words of a material', () => {
  it.each([
    'square tube 4 × 4 × 1/4 in',
    'Square Tube 4x4x1/4 in',
    'square tube  4 X 4 X ¼″',
    'Square tube, 4 x 4 x 1/4"',
    'square tube 4×4×1/4inch',
    'square tube 4" × 4" × 1/4"',
    'square tube 4 in x 4 in x ¼ in',
  ])('are the same however they are written: %s', (words) => {
    expect(plainWords(words)).toBe('square tube 4x4x1/4 in');
  });

  it('tell sizes apart', () => {
    expect(plainWords('shaft 1¼ in')).toBe('shaft 1 1/4 in');
    expect(plainWords('shaft 11/4 in')).toBe('shaft 11/4 in');
    expect(materialIdOf('Bolt M8 × 30', '', 'piece')).toBe(materialIdOf('bolt m8x30', '', 'pair'));
    expect(materialIdOf('Bolt M8 × 30', '', 'piece')).not.toBe(materialIdOf('Bolt M8 × 35', '', 'piece'));
    expect(materialIdOf('Sand', '', 'kg')).not.toBe(materialIdOf('Sand', '', 'l'));
    expect(materialIdOf('Fuse', '10 A', 'piece')).not.toBe(materialIdOf('Switch', '10 A', 'piece'));
  });

  it('find the bar of what is cut, and a standard part whatever it is called', () => {
    const line = {
      ...emptyLine('line-0001', 'Frame leg'),
      cut: { stock: 'Tube 4 × 4 in', length: 1800, kerf: 3 },
    };
    expect(materialOfLine(line)).toBe(materialIdOf('tube 4x4 in', '', 'ft'));
    expect(materialIdOf('Hex bolt', 'ISO 4017 M8 × 30', 'piece')).toBe(
      materialIdOf('Screw', 'iso 4017 m8x30', 'piece'),
    );
  });
});
