import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsFromTable } from '../../../../server/designs/partsTable/fromTable.ts';
import { tableOfParts } from '../../../../server/designs/partsTable/toTable.ts';
import { type PartLine, partLine, partSource } from '../../../../shared/designs/partLines.ts';
import { quantityUnit } from '../../../../shared/designs/units.ts';
import { processorTime } from '../../../processorTime.ts';

const today = '2026-11-22';
const read = (csv: string, more = {}) => partsFromTable(csv, { today, ...more });
const outline = (lines: readonly PartLine[]) => {
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  return lines.map(({ name, parent }) => (parent === null ? name : `${names.get(parent)} > ${name}`));
};

describe('a table that somebody wrote', () => {
  test('is read with commas, semicolons, tabs, a byte order mark and a title above', () => {
    const tables = [
      'Part,Qty,Unit\nFrame,2,m\n',
      '\uFEFFPart;Qty;Unit\r\nFrame;2,0;m\r\n',
      'Part\tQty\tUnit\nFrame\t2\tm',
      'Power Cube 7,,\n,,\nPart,Qty,Unit\nFrame,2 m,\n',
      'Pieza,Cantidad,Unidad\nFrame,2,metros\n',
    ];
    for (const csv of tables)
      expect(read(csv).lines).toMatchObject([{ name: 'Frame', quantity: 2, unit: 'm' }]);
  });

  test('keeps fractions as written, reads units within the quantity, and units from headings', () => {
    const { lines, remarks } = read(
      'name,qty,length (in),weight (g),unit price (EUR)\nTube,2 1/2 ft,"6 1/2",500,"12,50"\n',
    );
    expect(remarks).toEqual([]);
    expect(lines).toMatchObject([
      {
        quantity: 2.5,
        written: '2 1/2',
        unit: 'ft',
        mass: 0.5,
        cut: { length: 165.1, stock: 'Tube' },
        price: { amount: 12.5, currency: 'EUR', on: today },
      },
    ]);
  });

  test.each([
    ['by levels', 'level,part\n1,Frame\n2,Tube\n3,Hole\n1,Engine'],
    ['by numbers', 'item,part\n1,Frame\n1.1,Tube\n1.1.1,Hole\n2,Engine'],
    ['by indents', 'part\nFrame\n  Tube\n    Hole\nEngine'],
    ['by dashes', 'part\nFrame\n- Tube\n-- Hole\nEngine'],
    ['by parents', 'part,parent\nFrame,\nTube,Frame\nHole,Tube\nEngine,'],
  ])('tells %s what stands in what', (_, csv) => {
    expect(outline(read(csv).lines)).toEqual(['Frame', 'Frame > Tube', 'Tube > Hole', 'Engine']);
  });

  test('a heading that is not known is mapped by the caller', () => {
    const csv = 'Was,Wieviel\nRohr,3\n';
    expect(read(csv)).toMatchObject({ lines: [], remarks: [{ row: 1 }] });
    expect(read(csv, { columns: { Was: 'part', Wieviel: 'quantity' } }).lines).toMatchObject([
      { name: 'Rohr', quantity: 3 },
    ]);
  });

  test.each([
    ['No,Item,Pcs\n1,Bolt,4', 'Bolt'],
    ['Item,Description,Qty\n1,Bolt,4', 'Bolt'],
    ['#,Part\n4,Bolt\n8,Nut', 'Bolt'],
    ['Pos.;Benennung;Menge\n1;Bolt;4,0', 'Bolt'],
  ])('tells in “%s” what names, numbers and counts', (csv, name) => {
    expect(read(csv).lines[0]).toMatchObject({ name, quantity: 4 });
  });

  test('takes the one currency that a column names for all of it', () => {
    const { lines } = read('part,price\nBolt,$1.50\nNut,.25\n');
    expect(lines.map(({ price }) => price)).toMatchObject([
      { amount: 1.5, currency: 'USD' },
      { amount: 0.25, currency: 'USD' },
    ]);
  });

  test('each repair is told with its row', () => {
    const { lines, remarks } = read('part,qty,price,parent\nTube,lots,12,\n,4,,\nBolt,4,,Nowhere\n');
    expect(lines).toMatchObject([
      { name: 'Tube', quantity: 1, price: null },
      { name: 'Bolt', parent: null },
    ]);
    expect(remarks.map(({ row }) => row)).toEqual([3, 4, 2, 2]);
  });

  test('parents in a circle are taken apart', () => {
    const { lines, remarks } = read('part,parent\nA,B\nB,A\n');
    expect(lines.filter(({ parent }) => parent === null)).toHaveLength(1);
    expect(remarks).toHaveLength(1);
  });

  test('a row that is a line already keeps its id, and what the table is silent about', () => {
    const [tube] = read('part,qty,material\nTube,2,steel\n').lines;
    if (!tube) throw new Error('no line');
    const known = [{ ...tube, id: 'tube-1', tracked: true, note: 'grease it' }];
    const again = read('part,qty\nTube,3\nTube,4\n', { known }).lines;
    expect(again).toMatchObject([
      { id: 'tube-1', quantity: 3, material: 'steel', tracked: true, note: 'grease it' },
      { quantity: 4 },
    ]);
    expect(again[1]?.id).not.toBe('tube-1');
  });

  test('a table that tells no levels leaves lines in what they went into', () => {
    const known = read('level,part,qty\n1,Frame,1\n2,Tube,4\n').lines;
    expect(outline(read('part,qty\nFrame,1\nTube,6\n', { known }).lines)).toEqual(['Frame', 'Frame > Tube']);
    const [tube] = read('part,qty\nTube,6\n', { known, beside: true }).lines;
    expect(tube?.parent).toBe(known[0]?.id);
    expect(read('part,qty\nTube,6\n', { known }).lines[0]?.parent).toBeNull();
  });

  test('ten thousand rows are read in two seconds, and more are left out with a remark', () => {
    const rows = Array.from(
      { length: 10_001 },
      (_, index) => `1.${index},Part ${index},"1 1/2",m,"3,50 EUR"`,
    );
    const began = processorTime();
    const { lines, remarks } = read(`no,part,qty,unit,price\n${rows.join('\n')}`);
    expect(processorTime() - began).toBeLessThan(2000);
    expect(lines).toHaveLength(10_000);
    expect(remarks).toHaveLength(1);
  });

  test('ten thousand rows that say the same are so many lines, in two seconds', () => {
    const began = processorTime();
    const { lines } = read(`part\n${'Bolt\n'.repeat(10_000)}`);
    expect(processorTime() - began).toBeLessThan(2000);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(10_000);
  });
});

test('whatever comes in, an answer of valid lines comes out', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('part', 'qty', '"', '1/2', '=1+1', '-4', '1.1', ';', '\t', '\n', '3 €', '\0'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      (table, by) => {
        const csv = `part${by}qty${by}price${by}parent\n${table.map((row) => row.join(by)).join('\n')}`;
        const { lines } = read(csv);
        for (const line of lines) expect(partLine.safeParse(line).error).toBeUndefined();
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      },
    ),
    { numRuns: 200 },
  );
});

const text = (most: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: Math.min(most, 14) })
    .map((each) => each.trim().replaceAll(/\p{Cc}/gu, ''));
const word = (most: number) => text(most).map((each) => (each === '' ? '=part' : each));
const pinned = fc.record({ designId: fc.uuid(), revision: fc.integer({ min: 1, max: 99 }) });
const amount = fc.double({ min: 1e-7, max: 1e9, noNaN: true });
const line = fc.record({
  name: word(160),
  specification: text(200),
  material: text(120),
  quantity: amount,
  written: fc.constantFrom('', '2 1/2'),
  unit: fc.constantFrom(...quantityUnit.options),
  source: fc.constantFrom(...partSource.options),
  tracked: fc.boolean(),
  of: fc.option(pinned),
  cut: fc.option(
    fc.record({
      stock: word(120),
      length: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
      kerf: fc.double({ min: 0, max: 50, noNaN: true }).map(Math.abs),
    }),
  ),
  alternatives: fc.array(
    fc.record({ name: word(160), specification: text(200), of: fc.option(pinned), note: text(300) }),
    { maxLength: 3 },
  ),
  mass: fc.option(amount.filter((kilograms) => kilograms <= 1e7)),
  price: fc.option(
    fc.record({
      amount,
      currency: fc.constantFrom('EUR', 'XAF'),
      on: fc.constant('2025-01-31'),
      supplier: text(120),
    }),
  ),
  machines: fc.subarray(['laser', 'welder'] as const),
  files: fc.array(word(400), { maxLength: 3 }),
  note: text(1000),
});
/** Each goes into one that stands anywhere in the list, never into itself by way of others. */
const list = fc.array(fc.tuple(line, fc.option(fc.nat())), { maxLength: 8 }).map((entries): PartLine[] =>
  entries
    .map(([each, above], index) => ({
      ...each,
      id: `line${index}`,
      parent: above === null || index === 0 ? null : `line${above % index}`,
    }))
    .toReversed()
    .map((each) => partLine.parse(each)),
);

test('what goes out as a table comes in as the same list', () => {
  fc.assert(
    fc.property(list, (parts) => {
      const { lines, remarks } = read(tableOfParts({ parts }));
      expect(remarks).toEqual([]);
      expect(lines).toEqual(parts);
    }),
    { numRuns: 150 },
  );
});

test('no cell of our table is taken for a formula', () => {
  const [first] = read('part\n=cmd|calc\n').lines;
  if (!first) throw new Error('no line');
  expect(tableOfParts({ parts: [first] })).toContain("\r\n'=cmd|calc,");
});
