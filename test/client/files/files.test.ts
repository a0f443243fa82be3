import { describe, expect, it } from 'vitest';
import { textOf } from '../../../client/files/readText.ts';
import { fittedSize } from '../../../client/files/shrink.ts';

describe('a photograph', () => {
  it('keeps its proportion, and is never made larger', () => {
    expect(fittedSize(4000, 3000)).toEqual({ width: 2048, height: 1536 });
    expect(fittedSize(3000, 4000)).toEqual({ width: 1536, height: 2048 });
    expect(fittedSize(800, 600)).toEqual({ width: 800, height: 600 });
    expect(fittedSize(20_000, 3)).toEqual({ width: 2048, height: 1 });
  });
});

describe('a table', () => {
  it('is read as UTF-8, or as spreadsheets write it otherwise', async () => {
    expect(await textOf(new Blob(['Ñandú']))).toBe('Ñandú');
    expect(await textOf(new Blob(['\ufeffÑandú']))).toBe('Ñandú');
    expect(await textOf(new Blob([Buffer.from('Ñandú', 'latin1')]))).toBe('Ñandú');
    expect(await textOf(new Blob([Buffer.from('\ufeffÑandú', 'utf16le')]))).toBe('Ñandú');
  });
});
