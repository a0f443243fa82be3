import { describe, expect, it } from 'vitest';
import { endOfDayIn, listIn, yesOrNoIn } from '../../../server/imports/cells.ts';
import { kindIn } from '../../../server/imports/kindWords.ts';
import { readTable } from '../../../server/imports/readTable.ts';

const read = (csv: string) => readTable('members', csv).rows.map(({ line, cells }) => ({ line, ...cells }));

describe('a table', () => {
  const expected = [
    { line: 2, name: 'Ada', email: 'ada@example.org' },
    { line: 3, name: 'Ben', email: '' },
  ];
  it.each([
    ['commas', 'name,email\nAda,ada@example.org\nBen,\n'],
    ['semicolons, as where the comma is in numbers', 'name;email\nAda;ada@example.org\nBen;\n'],
    ['tabs, as pasted from a spreadsheet', 'name\temail\nAda\tada@example.org\nBen\t'],
    ['a byte order mark and Windows’ line ends', '\ufeffname,email\r\nAda,ada@example.org\r\nBen,\r\n'],
    ['quotation marks', '"name","email"\n"Ada","ada@example.org"\n"Ben",""\n'],
    ['Spanish headings in capitals', 'NOMBRE;CORREO ELECTRÓNICO\nAda;ada@example.org\nBen;\n'],
    ['spaces around', ' Name , E-mail \n Ada , ada@example.org \n Ben , \n'],
    ['rows of nothing at the end', 'name,email\nAda,ada@example.org\nBen,\n,\n , \n\n'],
  ])('is read with %s', (_what, csv) => {
    expect(read(csv)).toEqual(expected);
  });

  it('tells the line on which a row begins, also behind cells of several lines and empty lines', () => {
    expect(read('name,email\n"Ada\nLovelace",a@b.org\n\nBen,\n').map(({ line }) => line)).toEqual([2, 5]);
  });

  it('keeps what stands in quotation marks together', () => {
    expect(read('name;email\n"Ada; called ""A""";\n')).toEqual([
      { line: 2, name: 'Ada; called "A"', email: '' },
    ]);
  });

  it('names the columns that it does not understand, and the rows that are longer than the headings', () => {
    const { unknownColumns, rows } = readTable('members', 'name,shoes\nAda,39\nBen,40,x\n');
    expect(unknownColumns).toEqual(['shoes']);
    expect(rows.map(({ surplus }) => surplus)).toEqual([false, true]);
  });

  it('with as many columns as fit into a request is read without holding everybody up', () => {
    const began = performance.now();
    const { unknownColumns } = readTable('members', `name${',x'.repeat(400_000)}\nAda\n`);
    expect(unknownColumns).toHaveLength(400_000);
    expect(performance.now() - began).toBeLessThan(6000);
  });
});

describe('a cell', () => {
  it('says a day in three ways; it ends when that day is over in the workshop', () => {
    for (const day of ['2026-03-29', '29.3.2026', '29/03/2026']) {
      expect(endOfDayIn(day, 'Europe/Berlin')).toEqual({ value: '2026-03-29T22:00:00.000Z' });
    }
    for (const day of ['2026-02-30', '31.4.2026', '2026', 'tomorrow', '12/31/2026']) {
      expect(endOfDayIn(day, 'Europe/Berlin')).toHaveProperty('mistake');
    }
  });

  it('says several things, and yes or no in two languages', () => {
    expect(listIn('Laser | Lathe, metal |')).toEqual(['Laser', 'Lathe, metal']);
    expect(listIn('Laser; Lathe')).toEqual(['Laser', 'Lathe']);
    expect(['Sí', 'x', 'TRUE'].map(yesOrNoIn)).toEqual(Array(3).fill({ value: true }));
    expect(yesOrNoIn('perhaps')).toHaveProperty('mistake');
  });

  it('names a kind of machine by our word or by people’s', () => {
    const words = [
      'laser',
      'Laser cutter',
      'cnc-router',
      'cncRouter',
      'Impresora 3D',
      'máquina de coser',
      'warp drive',
    ];
    expect(words.map(kindIn)).toEqual([
      'laser',
      'laser',
      'cncRouter',
      'cncRouter',
      'printer3d',
      'sewingMachine',
      null,
    ]);
  });
});
