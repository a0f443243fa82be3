import { describe, expect, it } from 'vitest';
import { cutListOf } from '../../../shared/assemblies/cutList.ts';
import { listSums } from '../../../shared/assemblies/listSums.ts';
import { partLinesFrom } from '../../../shared/assemblies/partLines.ts';
import { emptyLine, partLine } from '../../../shared/designs/partLines.ts';
import { content, design, module, NO_SOURCES, parameter, pin, sources } from './building.ts';

const tube = (id: string, length: number | string, name = '') =>
  module(id, 'frame-tube', { length }, { name });
const brief = (lines: ReturnType<typeof partLinesFrom>) =>
  lines.map(({ id, parent, quantity }) => [id, parent, quantity] as const);

describe('the parts list of a model', () => {
  it('has equal instances as one line with their number, its mass and what it is cut from', () => {
    const lines = partLinesFrom(
      content('Frame', { instances: [tube('one1', 1000), tube('long', 1500), tube('two2', 1000)] }),
      NO_SOURCES,
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      id: 'm-one1',
      name: 'Tube 101.6 × 101.6 × 6.35 mm, 1000 mm',
      quantity: 2,
      material: 'steel',
      source: 'make',
      machines: ['saw', 'drillPress'],
      cut: { stock: 'square tube 101.6 × 101.6 × 6.35 mm', length: 1000, kerf: 3 },
    });
    // 2419.35 mm² of section over 1 m, less 40 holes of 1 in through 6.35 mm, of 7.85 g/cm³.
    const volume = 2419.35 * 1000 - 40 * (Math.PI / 4) * 25.4 ** 2 * 6.35;
    expect(lines[0]?.mass).toBeCloseTo(volume * 7.85e-6, 3);
    for (const line of lines) expect(partLine.safeParse(line).error).toBeUndefined();
  });

  it('keeps what people wrote, and the line, when the first of equal instances goes', () => {
    const written = { ...emptyLine('paint', 'Paint'), parent: 'm-gone' };
    const price = { amount: 40, currency: 'EUR', on: '2026-01-05', supplier: 'Steel yard' };
    const before = {
      ...emptyLine('m-two2', 'Tube'),
      price,
      note: 'Primed',
      tracked: true,
      cut: { stock: 'x', length: 1, kerf: 1.5 },
    };
    const lines = partLinesFrom(
      content('Frame', {
        instances: [tube('new1', 1000), tube('two2', 1000)],
        parts: [written, before, emptyLine('m-old1', 'Gone'), emptyLine('oil1', 'Oil')],
      }),
      NO_SOURCES,
    );
    expect(brief(lines)).toEqual([
      ['paint', null, 1],
      ['m-two2', null, 2],
      ['oil1', null, 1],
    ]);
    expect(lines[1]).toMatchObject({
      price,
      note: 'Primed',
      tracked: true,
      cut: { length: 1000, kerf: 1.5 },
    });
    expect(
      partLinesFrom(
        content('Frame', { instances: [tube('new1', 1000), tube('two2', 1000)], parts: lines }),
        NO_SOURCES,
      ),
    ).toEqual(lines);
  });

  it('has the pieces of a module below it, and ids that fit however long the instance is called', () => {
    const long = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
    const lines = partLinesFrom(
      content('Bolts', { instances: [module('bolt', 'bolt'), module(long, 'bolt', { diameter: 12 })] }),
      NO_SOURCES,
    );
    expect(brief(lines).slice(0, 4)).toEqual([
      ['m-bolt', null, 1],
      ['m-bolt-bolt', 'm-bolt', 1],
      ['m-bolt-bolt-nut', 'm-bolt', 1],
      [`m-${long}`, null, 1],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(6);
    for (const line of lines) expect(partLine.safeParse(line).error).toBeUndefined();
  });

  it('calls by name what is named alike', () => {
    const [line] = partLinesFrom(
      content('Frame', { instances: [tube('one1', 500, 'Cross bar'), tube('two2', 500, 'Cross bar')] }),
      NO_SOURCES,
    );
    expect(line).toMatchObject({
      name: 'Cross bar',
      specification: 'Tube 101.6 × 101.6 × 6.35 mm, 500 mm; square tube, A500 B',
    });
  });

  const frame = content('Frame', {
    parameters: [parameter('width', '1200')],
    instances: [tube('post', '=width'), module('bolt', 'bolt')],
    parts: [emptyLine('paint', 'Paint')],
  });
  const library = { ...frame, parts: partLinesFrom(frame, NO_SOURCES) };

  it('pins designs as they are, and writes out those with other values', () => {
    const lines = partLinesFrom(
      content('Whole', {
        instances: [design('left', 1), design('rest', 1), design('wide', 1, { width: 2000 })],
      }),
      sources({ 1: library }),
    );
    expect(brief(lines)).toEqual([
      ['m-left', null, 2],
      ['m-wide', null, 1],
      ['m-wide-paint', 'm-wide', 1],
      ['m-wide-m-post', 'm-wide', 1],
      ['m-wide-m-bolt', 'm-wide', 1],
      ['m-wide-m-bolt-bolt', 'm-wide-m-bolt', 1],
      ['m-wide-m-bolt-bolt-nut', 'm-wide-m-bolt', 1],
    ]);
    expect(lines[0]?.of).toEqual(pin(1));
    expect(lines[1]?.of).toBeNull();
    expect(lines[3]?.cut?.length).toBe(2000);
  });

  it('keeps the line of a design that is not known here', () => {
    const before = { ...emptyLine('m-left', 'Wheel'), note: 'Ask first' };
    const lines = partLinesFrom(
      content('Whole', { instances: [design('left', 9), design('rest', 9)], parts: [before] }),
      NO_SOURCES,
    );
    expect(lines).toEqual([{ ...before, quantity: 2, of: pin(9), source: 'make' }]);
  });

  it('keeps what was written out of a design that is not known for a while', () => {
    const instances = [design('wide', 1, { width: 2000 })];
    const known = partLinesFrom(content('Whole', { instances }), sources({ 1: library }));
    expect(known).toHaveLength(6);
    expect(partLinesFrom(content('Whole', { instances, parts: known }), NO_SOURCES)).toEqual(known);
  });

  it('weighs and costs what stands in it, through all levels', () => {
    const price = { amount: 10, currency: 'EUR', on: '2026-01-05', supplier: '' };
    const priced = {
      ...library,
      parts: library.parts.map((line) => (line.id === 'm-post' ? { ...line, price } : line)),
    };
    const from = sources({ 1: priced });
    const whole = content('Whole', { instances: [design('left', 1), design('rest', 1), tube('more', 3000)] });
    const lines = partLinesFrom(whole, from);
    const { mass, pieces, costs, massKnown } = listSums(lines, from);
    const massOf = (id: string) => library.parts.find((line) => line.id === id)?.mass ?? 0;
    const inside = massOf('m-post') + massOf('m-bolt-bolt') + massOf('m-bolt-bolt-nut');
    expect(mass).toBeCloseTo(2 * inside + (lines.at(-1)?.mass ?? 0), 6);
    expect([...costs]).toEqual([['EUR', 20]]);
    // Post, bolt, nut and paint of each, and the tube; nobody knows what the paint weighs.
    expect(pieces).toBe(9);
    expect(massKnown).toBeCloseTo(7 / 9, 6);
    expect(listSums(lines).pieces).toBe(3);
  });

  it('becomes a cut list through all levels, laid on bars, the longest first', () => {
    const lines = partLinesFrom(
      content('Whole', {
        instances: [design('left', 1), design('rest', 1), tube('long', 3000), tube('more', 3000)],
      }),
      sources({ 1: library }),
    );
    const [stock, ...others] = cutListOf(lines, { sources: sources({ 1: library }) });
    expect(others).toEqual([]);
    expect(stock).toMatchObject({
      stock: 'square tube 101.6 × 101.6 × 6.35 mm',
      kerf: 3,
      pieces: 4,
      length: 8400,
      cuts: [
        { length: 3000, count: 2 },
        { length: 1200, count: 2 },
      ],
      // Two of 3000 mm and a cut do not fit into 6000.
      bars: [
        { count: 1, pieces: [3000, 1200, 1200], offcut: 591 },
        { count: 1, pieces: [3000], offcut: 2997 },
      ],
      tooLong: [],
    });
  });

  it('that is cut from bars which are too short, or has a million pieces, says so', () => {
    const many = {
      ...emptyLine('many', 'Pin'),
      quantity: 1_000_000,
      cut: { stock: 'rod', length: 20, kerf: 1 },
    };
    const long = { ...emptyLine('long', 'Mast'), cut: { stock: 'pipe', length: 9000, kerf: 1 } };
    const [pipe, rod] = cutListOf([many, long]);
    expect(pipe).toMatchObject({ tooLong: [9000], bars: [] });
    expect(rod).toMatchObject({ pieces: 1_000_000, bars: null });
  });

  it('whose lines stand in each other ends', () => {
    const [one, two] = [
      { ...emptyLine('one1', 'One'), parent: 'two2' },
      { ...emptyLine('two2', 'Two'), parent: 'one1' },
    ];
    expect(cutListOf([one, two])).toEqual([]);
  });
});
