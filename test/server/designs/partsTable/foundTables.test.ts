import { describe, expect, test } from 'vitest';
import { partsFromTable } from '../../../../server/designs/partsTable/fromTable.ts';
import { processorTime } from '../../../processorTime.ts';

const read = (csv: string) => partsFromTable(csv, { today: '2026-11-22' });
const table = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const outline = (csv: string) => {
  const { lines } = read(csv);
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  return lines.map(({ name, parent, quantity }) => [
    parent === null ? null : names.get(parent),
    name,
    quantity,
  ]);
};

describe('headings', () => {
  test.each([
    ['Bauteilname;Menge;ME;Einzelpreis\nRohr;2;Stück;1.234,50 €', 'EUR'],
    ['Repère;Désignation;Qté;Unité;Prix unitaire HT\n1;Rohr;2;u;1 234,50 €', 'EUR'],
    ['ID;Komponent;Ilosc;Cena jednostkowa [PLN]\n1;Rohr;2;1234,50', 'PLN'],
    ['Item,Componente,Quantidade,Preco\n1,Rohr,2,"R$ 1.234,50"', 'BRL'],
    ['序号,名称,用量,单价\n1,Rohr,2,₹1234.50', 'INR'],
    ['item,qty_per_machine,indicative_cost_inr\nRohr,2,1234.5', 'INR'],
    ['Part,Qty Needed,Price / Item in USD\nRohr,2,1234.50', 'USD'],
    ['Item Name,Description,Qty (used),Price Each,Price Unit\nRohr,a tube,2,1234.50,GBP', 'GBP'],
    ['Part Name\tCount\tUnit Price (USD)\tPrice (USD)\nRohr\t2\t$1,234.50\t$2,469.00', 'USD'],
  ])('%s', (csv, currency) => {
    expect(read(csv)).toMatchObject({
      lines: [{ name: 'Rohr', quantity: 2, unit: 'piece', price: { amount: 1234.5, currency } }],
      remarks: [],
    });
  });

  test('a blank before a quotation mark hides no heading', () => {
    const { lines } = read('"Name", "Qty", "buy link"\n"Nut", "4", "https://shop.example/nut"');
    expect(lines).toMatchObject([{ name: 'Nut', quantity: 4, note: 'https://shop.example/nut' }]);
  });

  test('a table without any is read where words and numbers are plain', () => {
    expect(outline('Steel tube\t4\t1.5\nBolt M8\t12\t0.2\nSteel tube\t2\t1.5\n')).toEqual([
      [null, 'Steel tube', 4],
      [null, 'Bolt M8', 12],
      [null, 'Steel tube', 2],
    ]);
  });

  test('numbers of rows are no ids, and no names', () => {
    const csv = 'ID,Item,Qty\n1001,Motor,1\n1002,Belt,2\n';
    const { lines } = read(csv);
    expect(lines.map(({ id, name }) => [id.length, name])).toEqual([
      [12, 'Motor'],
      [12, 'Belt'],
    ]);
    const items = 'Item,Description,Qty\nMotor,NEMA 17,1\nBelt,GT2,2\n';
    expect(read(items).lines.map(({ name, specification }) => [name, specification])).toEqual([
      ['Motor', ''],
      ['Belt', ''],
    ]);
    expect(read(items).lines[0]?.note).toBe('NEMA 17');
  });
});

describe('rows', () => {
  test('rows that only add up are no parts, and are told once', () => {
    const { lines, remarks } = read(
      table(
        'Item,Qty,Unit Price',
        'Tube,2,$3',
        'Subtotal,,$6',
        'Bolt,4,$1',
        'Sous-total,,$4',
        ',,',
        'TOTAL COST,$10.00,',
        ',6,',
      ),
    );
    expect(lines.map(({ name }) => name)).toEqual(['Tube', 'Bolt']);
    expect(remarks).toEqual([{ row: 3, sentence: 'It only adds others up, and was left out.' }]);
  });

  test('a thing that is called after a sum stays a part', () => {
    expect(read('Part,Qty\nTotal station,1\nSum switch,2\n').lines).toHaveLength(2);
  });

  test('a row with nothing but a name heads those below it', () => {
    const csv = table('Item,Qty,Cost', 'Power,,', 'Battery,1,$2', ',,', 'Sensors,,', 'Probe,2,$9', 'Glue,,');
    expect(outline(csv)).toEqual([
      [null, 'Power', 1],
      ['Power', 'Battery', 1],
      [null, 'Sensors', 1],
      ['Sensors', 'Probe', 2],
      ['Sensors', 'Glue', 1],
    ]);
  });

  test('a part without a quantity amid others heads nothing', () => {
    expect(outline('Item,Qty,Cost\nTube,2,$3\nGlue,,\nBolt,4,$1\n')).toEqual([
      [null, 'Tube', 2],
      [null, 'Glue', 1],
      [null, 'Bolt', 4],
    ]);
  });

  test('groups that a column names become assemblies where no row is one', () => {
    expect(outline('Subsystem,Part,Qty\nFrame,Tube,4\nFrame,Bolt,8\nDrive,Motor,1\n')).toEqual([
      [null, 'Frame', 1],
      ['Frame', 'Tube', 4],
      ['Frame', 'Bolt', 8],
      [null, 'Drive', 1],
      ['Drive', 'Motor', 1],
    ]);
    // Whether it is an assembly, not which.
    expect(outline('Level,Name,Assembly,Qty\n1,Frame,True,1\n2,Tube,False,4\n')).toEqual([
      [null, 'Frame', 1],
      ['Frame', 'Tube', 4],
    ]);
  });

  test('a row without a name is called by what it is ordered by', () => {
    const { lines, remarks } = read(
      'ITEM NO.,PART NUMBER,DESCRIPTION,QTY.\n1,BR-12,bracket left,2\n2,Lifter,,3\n',
    );
    expect(lines).toMatchObject([
      { name: 'bracket left', specification: 'BR-12' },
      { name: 'Lifter', specification: '', quantity: 3 },
    ]);
    expect(remarks).toEqual([]);
  });

  test('repeated headings are passed over, and a row without a number stands beside the one before', () => {
    const csv = table('No,Part,Qty', '1,Box,1', '1.1,Lid,1', ',Screw,4', 'No,Part,Qty', '2,Foot,4');
    expect(outline(csv)).toEqual([
      [null, 'Box', 1],
      ['Box', 'Lid', 1],
      ['Box', 'Screw', 4],
      [null, 'Foot', 4],
    ]);
  });
});

describe('cells', () => {
  test('where it comes from may be an address, a shop or a way', () => {
    const sourced = (...cells: readonly string[]) =>
      read(table('Part,Qty,Source', ...cells.map((cell, index) => `Part ${index},1,${cell}`)));
    expect(sourced('https://a.example/1', 'https://a.example/2', 'Misumi')).toMatchObject({
      lines: [{ source: 'buy', note: 'https://a.example/1' }, {}, { source: 'buy', note: 'Misumi' }],
      remarks: [],
    });
    expect(sourced('Misumi', 'Misumi', '—').lines[0]).toMatchObject({ source: 'buy', note: 'Misumi' });
    expect(sourced('Make', 'Buy (vendor)').lines.map(({ source }) => source)).toEqual(['make', 'buy']);
  });

  test('a price may be that of all pieces together', () => {
    const priced = (csv: string) =>
      read(csv).lines.map(({ price }) => price && [price.amount, price.currency]);
    expect(priced('Part,Qty,Ext.price\nNut,10,$0.25\n')).toEqual([[0.025, 'USD']]);
    expect(priced('Part,Qty,Unit Price,Extended Price\nNut,2,0.31,£0.62\n')).toEqual([[0.31, 'GBP']]);
    // The sum tells that the costs were those of whole rows.
    expect(priced('Part,Qty,Cost\nNut,10,$5\nTube,2,$8\nTotal,,$13\n')).toEqual([
      [0.5, 'USD'],
      [4, 'USD'],
    ]);
    expect(priced('Part,Qty,Cost\nNut,10,$5\nTube,2,$8\nTotal,,$66\n')).toEqual([
      [5, 'USD'],
      [8, 'USD'],
    ]);
  });

  test('a quantity with words is read, and the words are noted', () => {
    const { lines, remarks } = read(
      table('Part,Qty,Note', 'Hose,8 or more,', 'Ties,as needed,black', 'Tube,2x,', 'Oil,~2.5kg,'),
    );
    expect(lines).toMatchObject([
      { quantity: 8, note: '8 or more' },
      { quantity: 1, note: 'black · as needed' },
      { quantity: 2, note: '' },
      { quantity: 2.5, unit: 'kg' },
    ]);
    expect(remarks.map(({ row }) => row)).toEqual([3]);
  });

  test('sizes say together what a board is, and no cut length', () => {
    expect(read('name;thickness;length;width\nShelf;19;998;594\n').lines).toMatchObject([
      { name: 'Shelf', specification: 'thickness 19 · length 998 · width 594', cut: null },
    ]);
  });

  test('makers stand before the numbers they give, and shops after them', () => {
    const { lines } = read(
      'Part,Qty,Footprint,Manufacturer,MPN,Supplier Part\nNut,1,0805,Bulgin,BZ-1,C77\nBolt,1,n/a,,,\n',
    );
    expect(lines.map(({ specification }) => specification)).toEqual(['Bulgin BZ-1 · 0805 · C77', '']);
  });

  test('many remarks of one kind are told by a few', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `Part ${index},1,${index + 2}`);
    expect(read(table('Part,Qty,Price', ...rows)).remarks).toEqual([
      { row: 2, sentence: 'The price 2 has no currency, and was left out.' },
      { row: 3, sentence: 'It is so in 39 more rows.' },
    ]);
  });
});

describe('what board programs write', () => {
  test.each([
    'Reference,Value,Footprint,Qty\n"C1, C2",100n,C_0805,2\nR1,10k,R_0603,1',
    '"Id";"Designator";"Footprint";"Quantity";"Designation"\n1;"C1, C2";"C_0805";2;"100n"\n2;"R1";"R_0603";1;"10k"',
    'Comment,Designator,Footprint,Quantity\n100n,"C1, C2",C_0805,2\n10k,R1,R_0603,1',
    'Part;Value;Device;Package\nC1;100n;C-EU;C_0805\nC2;100n;C-EU;C_0805\nR1;10k;R-EU;R_0603',
    'Source:,board.sch\nDate:,2021\n\nRef,Qnty,Value,Cmp name,Footprint\n"C1, C2",2,100n,C,C_0805\nR1,1,10k,R,R_0603',
  ])('%s', (csv) => {
    expect(read(csv)).toMatchObject({
      lines: [
        { name: '100n', specification: 'C_0805', quantity: 2, note: 'C1, C2' },
        { name: '10k', specification: 'R_0603', quantity: 1, note: 'R1' },
      ],
      remarks: [],
    });
  });
});

test('cells of thousands of blanks are read in a moment', () => {
  const began = processorTime();
  const cell = `C1${' '.repeat(19_000)}x`;
  expect(read(`Reference,Value,Qty\n${`${cell},${cell},1\n`.repeat(50)}`).lines).toHaveLength(50);
  expect(processorTime() - began).toBeLessThan(2000);
});
