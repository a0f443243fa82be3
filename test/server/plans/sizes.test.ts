import { describe, expect, it } from 'vitest';
import { sizedFrom, sizeFit } from '../../../server/plans/sizes.ts';

/** How well something of one name fits a line of another; `–` where it does not. */
function told(asked: string, other: string, byArea = false): string {
  const [one, two] = [asked, other].map((text) => {
    const [name = '', specification = ''] = text.split(' | ');
    return sizedFrom(name, specification);
  });
  return (one && two && sizeFit(one, two, byArea)) ?? '–';
}

describe('parts by their sizes', () => {
  it.each([
    ['Bolt M8 × 30', 'Hex bolt | ISO 4017 M8x30', 'sameSize'],
    ['Bolt 3/4 in × 10 in with nut', 'Perno 19.05 × 254 mm', 'sameSize'],
    ['Bolt M8 × 30', 'Bolt M8 × 40', '–'],
    ['Bolt M8 × 30', 'Bolt 5/16 in × 30 mm', '–'],
    ['Bolt M8 × 30 | 8.8', 'Bolt M8 × 30 | 10.9', '–'],
    ['Nut M6', 'Tuerca M6', 'sameSize'],
    ['Square tube 4 × 4 × 1/4 in', 'Tubo cuadrado 101.6 x 101.6 x 6.35 mm', 'sameSize'],
    ['Square tube 4 × 4 × 1/4 in', 'Square tube 4 × 4 × 3/16 in', '–'],
    ['Square tube 4 × 4 × 1/4 in', 'Round tube 4 × 1/4 in', '–'],
    ['Angle 50 × 50 × 5 mm', 'Angle iron 50x50x5 mm', 'sameSize'],
    ['Round bar 20 mm | aluminium', 'Round bar 20 mm | steel', '–'],
    ['Shaft 1.25 in', 'Axle 31.75 mm', 'sameSize'],
    ['Bearing 6204', 'Rodamiento 6204', 'sameSize'],
    ['Bearing 6204', 'Bearing 6304', '–'],
  ])('%s and %s: %s', (asked, other, expected) => {
    expect(told(asked, other)).toBe(expected);
  });

  it.each([
    ['Bolt M8 × 30', 'Bolt M8', 'partlyKnown'],
    ['Square tube 4 × 4 × 1/4 in', 'Square tube 4 × 4 in', 'partlyKnown'],
    ['Flange bearing, 1.25 in, 4 bolts', 'Bearing insert 31.75 mm', 'partlyKnown'],
    ['Hydraulic hose 1/2 in', 'Manguera hidráulica 12.7 mm', 'partlyKnown'],
    ['Plate 1/4 in', 'Steel plate 6.35 mm', 'partlyKnown'],
    ['Bolt M8 × 30', 'Bolts', 'unknownSize'],
    ['Angle 50 × 50 × 5 mm', 'Angle', 'unknownSize'],
  ])('%s and %s may fit: %s', (asked, other, expected) => {
    expect(told(asked, other)).toBe(expected);
  });

  it('are the same plate where it is measured by its area', () => {
    expect(told('Plate 1/4 in', 'Steel sheet 6.35 mm', true)).toBe('sameSize');
    expect(told('Plate 1/4 in', 'Steel sheet 6 mm', true)).toBe('–');
  });

  it('are told by one kind only: a bearing plate is neither', () => {
    expect(sizedFrom('Bearing plate 6 mm', '')).toBeNull();
    expect(sizedFrom('Relay 12 V', '')).toBeNull();
    expect(sizedFrom('Hydraulic oil, HLP 46', '')).toBeNull();
    expect(sizedFrom('Nut 1 1/2 in', '')?.across).toEqual([38.1]);
  });
});
