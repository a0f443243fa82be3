import { refused } from '../findings.ts';

/** One thing of a DXF file: what it is, and its values by group code, in their order. */
export interface DxfRecord {
  type: string;
  values: readonly (readonly [code: number, value: string])[];
}

const MOST_VALUES = 400_000;

/**
 * Takes a DXF file apart into records. Each begins with the group code 0.
 * @throws {CannotBeRead} with the line where no group code stands.
 */
export function* dxfRecords(written: string, mostRecords: number): Generator<DxfRecord> {
  // Some old programs end lines with a carriage return alone.
  const text = written.includes('\n') ? written : written.replaceAll('\r', '\n');
  let at = 0;
  let line = 0;
  let records = 0;
  let type: string | null = null;
  let values: [number, string][] = [];
  const next = (): string | null => {
    if (at >= text.length) return null;
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const found = text.slice(at, Math.min(stop, at + 2000)).trim();
    at = stop + 1;
    line += 1;
    return found;
  };
  for (;;) {
    const told = next();
    if (told === null) break;
    // Empty lines at the end, which some editors leave.
    if (told === '' && text.slice(at).trim() === '') break;
    const code = Number(told);
    if (told === '' || !Number.isInteger(code)) throw refused('badHeader', { line });
    const value = next();
    if (value === null) break;
    if (code === 0) {
      if (type !== null) yield { type, values };
      records += 1;
      if (records > mostRecords) throw refused('tooManyEntities', { most: mostRecords });
      type = value.toUpperCase();
      values = [];
    } else if (code !== 999) {
      if (values.length >= MOST_VALUES) throw refused('tooManyEntities', { most: MOST_VALUES });
      values.push([code, value]);
    }
  }
  if (type !== null) yield { type, values };
}

/** A value as a number; commas for points are taken too. */
export const numberAs = (value: string): number => Number(value.replace(',', '.'));

/** The first value with that code as a number; else what usually stands there. */
export function numberOf({ values }: DxfRecord, code: number, usual = 0): number {
  const found = values.find(([each]) => each === code);
  return found ? numberAs(found[1]) : usual;
}

export const textOf = ({ values }: DxfRecord, code: number): string =>
  values.find(([each]) => each === code)?.[1] ?? '';

export const allOf = ({ values }: DxfRecord, code: number): number[] =>
  values.filter(([each]) => each === code).map(([, value]) => numberAs(value));
