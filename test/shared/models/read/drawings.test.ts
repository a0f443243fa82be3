import { describe, expect, it } from 'vitest';
import { svgOf } from '../../../../shared/models/read/drawing/drawing2d.ts';
import { readModel } from '../../../../shared/models/read/readModel.ts';
import { bytesOf, dxfOf, svgOfLines } from './fixtures.ts';

async function boxOf(text: string, name: string, options = {}) {
  const { drawing } = await readModel(bytesOf(text), name, options);
  if (!drawing) throw new Error('No drawing.');
  const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1000) / 1000 + 0);
  return [...rounded(drawing.box.low), ...rounded(drawing.box.high)];
}

describe('DXF', () => {
  it.each([
    ['a line', '0 LINE 8 cut 10 1 20 2 11 5 21 9', [1, 2, 5, 9]],
    ['a circle', '0 CIRCLE 10 5 20 5 40 3', [2, 2, 8, 8]],
    ['an arc over the top', '0 ARC 10 0 20 0 40 10 50 45 51 135', [-7.071, 7.071, 7.071, 10]],
    [
      'a slot of two half circles',
      '0 LWPOLYLINE 90 4 70 1 10 0 20 0 10 20 20 0 42 1 10 20 20 10 10 0 20 10 42 1',
      [-5, 0, 25, 10],
    ],
    [
      'an old polyline',
      '0 POLYLINE 70 0 0 VERTEX 10 0 20 0 0 VERTEX 10 7 20 0 0 VERTEX 10 7 20 3 0 SEQEND',
      [0, 0, 7, 3],
    ],
    ['half an ellipse', '0 ELLIPSE 10 0 20 0 11 10 21 0 40 0.5 41 0 42 3.141592653589793', [-10, 0, 10, 5]],
    ['a spline along a line', '0 SPLINE 71 1 40 0 40 0 40 1 40 1 10 0 20 0 10 6 20 8', [0, 0, 6, 8]],
    [
      'a circle that stands upright, from above a line',
      '0 CIRCLE 10 5 20 7 30 2 40 3 210 0 220 -1 230 0',
      [2, -2, 8, -2],
    ],
    [
      'a bent line with a plane of its own',
      '0 LWPOLYLINE 90 2 38 4 210 1 220 0 230 0 10 3 20 0 10 8 20 6',
      [4, 3, 4, 8],
    ],
    ['a spline through points alone', '0 SPLINE 71 3 74 3 11 0 21 0 11 4 21 3 11 8 21 0', [0, 0, 8, 3]],
    ['a circle seen from behind', '0 CIRCLE 10 5 20 5 40 3 230 -1', [-8, 2, -2, 8]],
  ])('measures %s', async (_what, entities, box) => {
    expect(await boxOf(dxfOf(entities), 'a.dxf')).toEqual(box);
  });

  it('puts blocks in, turned, enlarged and in rows', async () => {
    const block = '0 BLOCK 2 Hole 10 0 20 0 0 CIRCLE 8 cut 10 1 20 0 40 1 0 ENDBLK';
    const put = '0 INSERT 2 hole 10 100 20 0 41 2 42 2 50 90 70 3 44 10';
    expect(await boxOf(dxfOf(put, '9 $INSUNITS 70 4', block), 'a.dxf')).toEqual([98, 0, 102, 24]);
    const uneven = '0 INSERT 2 Hole 10 0 20 0 41 3 42 1';
    expect(await boxOf(dxfOf(uneven, '9 $INSUNITS 70 4', block), 'a.dxf')).toEqual([0, -1, 6, 1]);
  });

  it('goes by the unit of the file, and asks where there is none', async () => {
    const line = '0 LINE 10 0 20 0 11 2 21 1';
    expect(await boxOf(dxfOf(line, '9 $INSUNITS 70 1'), 'a.dxf')).toEqual([0, 0, 50.8, 25.4]);
    expect((await readModel(bytesOf(dxfOf(line, '9 $INSUNITS 70 0')), 'a.dxf')).unit.sure).toBe(false);
    expect(await boxOf(dxfOf(line, '9 $INSUNITS 70 0'), 'a.dxf', { unit: 'cm' })).toEqual([0, 0, 20, 10]);
  });

  it('takes letters of the code page that an older file names, and yards', async () => {
    const text = dxfOf(
      '0 LINE 8 L\u00e1ser\\U+20AC 10 0 20 0 11 2 21 1',
      '9 $DWGCODEPAGE 3 ANSI_1252 9 $INSUNITS 70 10',
    );
    const { drawing, unit } = await readModel(Buffer.from(text, 'latin1'), 'a.dxf');
    expect(drawing?.layers).toEqual(['L\u00e1ser\u20ac']);
    expect(drawing?.box.high).toEqual([1828.8, 914.4]);
    expect(unit).toMatchObject({ guessed: 'mm', sure: true });
  });

  it('tells of what it does not draw, and of a file that does not end', async () => {
    const { findings } = await readModel(
      bytesOf(dxfOf('0 LINE 10 0 20 0 11 2 21 1 0 MTEXT 1 hello').replace(/0\r\nENDSEC\r\n0\r\nEOF$/, '')),
      'a.dxf',
    );
    expect(findings).toEqual([
      { kind: 'cutShort', said: { announced: 0, found: 1 } },
      { kind: 'notDrawn', said: { kinds: 'MTEXT', count: 1 } },
    ]);
  });

  it('does not put a block of nothing in for ever', async () => {
    const put = '0 INSERT 2 b 70 1000 71 1000 '.repeat(5);
    const text = dxfOf(put, '9 $INSUNITS 70 4', '0 BLOCK 2 b 0 ENDBLK');
    await expect(readModel(bytesOf(text), 'a.dxf')).rejects.toMatchObject({ kind: 'tooManyEntities' });
  });

  it('refuses blocks within themselves, empty drawings and binary ones', async () => {
    const ring = dxfOf('0 INSERT 2 a', '9 $INSUNITS 70 4', '0 BLOCK 2 a 0 INSERT 2 a 0 INSERT 2 a 0 ENDBLK');
    await expect(readModel(bytesOf(ring), 'a.dxf')).rejects.toMatchObject({ kind: 'circular' });
    const deep = Array.from(
      { length: 20 },
      (_, n) => `0 BLOCK 2 b${n} 10 0 20 0 0 INSERT 2 b${n + 1} 0 ENDBLK`,
    );
    const stairs = dxfOf('0 INSERT 2 b0', '9 $INSUNITS 70 4', `${deep.join(' ')} 0 BLOCK 2 b20 0 ENDBLK`);
    await expect(readModel(bytesOf(stairs), 'a.dxf')).rejects.toMatchObject({ kind: 'tooDeep' });
    await expect(readModel(bytesOf(dxfOf('')), 'a.dxf')).rejects.toMatchObject({ kind: 'nothingDrawn' });
    await expect(readModel(bytesOf('AutoCAD Binary DXF\r\n\x1a\0'), 'a.dxf')).rejects.toMatchObject({
      kind: 'binaryDrawing',
    });
  });
});

describe('SVG', () => {
  it.each([
    ['a path', '<path d="M10 10h20v5l-20 5z"/>', [10, 30, 30, 40]],
    ['a rectangle', '<rect x="1" y="2" width="30" height="10" rx="2"/>', [1, 38, 31, 48]],
    ['a turned circle', '<g transform="translate(50,25) rotate(45)"><circle r="10"/></g>', [40, 15, 60, 35]],
    ['half a ring with flags that stand together', '<path d="M0 25a10 10 0 0110 10"/>', [0, 15, 10, 25]],
    [
      'a polygon within groups',
      '<g transform="scale(2)"><g transform="translate(1 1)"><polygon points="0,0 5,0 5 5"/></g></g>',
      [2, 38, 12, 48],
    ],
    [
      'what is used, shifted and turned',
      '<defs><g id="leg"><rect width="10" height="4"/></g></defs><use xlink:href="#leg" x="5" y="6"/><use href="#leg" transform="translate(30,10) rotate(90)"/>',
      [5, 30, 30, 44],
    ],
    [
      'a symbol in the size that is asked for',
      '<symbol id="s" viewBox="0 0 20 10"><rect width="20" height="10"/></symbol><use href="#s" x="10" y="10" width="60" height="30"/>',
      [10, 10, 70, 40],
    ],
    [
      'a drawing within the drawing, which keeps its shape in the middle',
      '<svg x="10" y="0" width="40" height="50" viewBox="0 0 10 10"><path d="M0 0H10V10"/></svg>',
      [10, 5, 50, 45],
    ],
  ])('measures %s in millimetres, y upwards', async (_what, inner, box) => {
    expect(await boxOf(svgOfLines(inner), 'a.svg')).toEqual(box);
  });

  it('counts pixels where no size is said, and takes the unit that a person gives', async () => {
    const text = svgOfLines('<path d="M0 0H96V96"/>', '');
    expect(await boxOf(text, 'a.svg')).toEqual([0, -25.4, 25.4, 0]);
    expect((await readModel(bytesOf(text), 'a.svg')).unit.sure).toBe(false);
    expect(await boxOf(text, 'a.svg', { unit: 'mm' })).toEqual([0, -96, 96, 0]);
  });

  it('keeps nothing of scripts, links and pictures, and says how many there were', async () => {
    const { drawing, findings } = await readModel(
      bytesOf(
        svgOfLines(
          '<script>alert(1)</script><image xlink:href="https://elsewhere.example/a.png"/><path id="x" onclick="alert(2)" d="M0 0H9"/><g display="none"><path d="M0 0H900"/></g>',
        ),
      ),
      'a.svg',
    );
    expect(findings).toEqual([{ kind: 'stripped', said: { elements: 4 } }]);
    expect(drawing?.outlines).toHaveLength(1);
    expect(drawing && svgOf(drawing)).not.toMatch(/script|alert|elsewhere|style=/);
  });

  it('refuses what uses itself, and tells of what is used and not there', async () => {
    const ring = svgOfLines('<g id="a"><path d="M0 0H9"/><use href="#a"/></g>');
    await expect(readModel(bytesOf(ring), 'a.svg')).rejects.toMatchObject({ kind: 'circular' });
    const many = Array.from(
      { length: 12 },
      (_, n) => `<g id="n${n + 1}">${`<use href="#n${n}"/>`.repeat(9)}</g>`,
    );
    const bomb = svgOfLines(`<defs><path id="n0" d="M0 0H9"/>${many.join('')}</defs><use href="#n12"/>`);
    await expect(readModel(bytesOf(bomb), 'a.svg')).rejects.toMatchObject({ kind: 'tooManyEntities' });
    const lost = svgOfLines('<path d="M0 0H9"/><use href="#elsewhere"/>');
    expect((await readModel(bytesOf(lost), 'a.svg')).findings).toEqual([
      { kind: 'notDrawn', said: { kinds: 'use', count: 1 } },
    ]);
  });

  it('takes the plain entities of drawing programs, and refuses others', async () => {
    const known =
      '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"><path d="M0 0H9V9"/></svg>';
    expect((await readModel(bytesOf(known), 'a.svg')).drawing?.outlines).toHaveLength(1);
    const outside = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>';
    await expect(readModel(bytesOf(outside), 'a.svg')).rejects.toMatchObject({ kind: 'hasEntities' });
  });
});
