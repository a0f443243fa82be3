import { createHash } from 'node:crypto';
import { plainWords } from '../stock/materials.ts';
import { type Sized, sizedFrom } from './sizes.ts';

const UNTOLD = '?';
const sizeKey = (kind: string, millimetres: number | string) => `${kind} ${millimetres}`;

/** By which sizes lines look for it. */
export const keyOf = ({ kind, across, code }: Sized): string =>
  code === null || across.length > 0
    ? sizeKey(kind, across[0] === undefined ? UNTOLD : Math.round(across[0]))
    : sizeKey(kind, code);

/** Where to look for what has the sizes of a line: beside its own millimetre on both sides, then what tells none. */
export function keysFor({ kind, across, code }: Sized): string[] {
  const [first] = across;
  const near = first === undefined ? [] : [-1, 0, 1].map((by) => sizeKey(kind, Math.round(first) + by));
  return [...near, ...(code === null ? [] : [sizeKey(kind, code)]), sizeKey(kind, UNTOLD)];
}

/** Whether those sizes are not told at all. */
export const isUntold = (key: string): boolean => key.endsWith(UNTOLD);

/** Words and sizes in a few letters. */
const brief = (kind: string, text: string): string =>
  createHash('sha256').update(`${kind} ${text}`).digest('base64url').slice(0, 12);

/** By what a line may find a shelf of another material: what is called so, and what has such sizes. */
export const likeness = {
  ofName: (plainName: string): string => brief('name', plainName),
  ofSize: (key: string): string => brief('size', key),
};

/** By what lines find a material that they do not name, as its shelf has it. */
export function likenessesOf(name: string, specification: string): string[] {
  const sized = sizedFrom(name, specification);
  return [
    ...(specification === '' ? [likeness.ofName(plainWords(name))] : []),
    ...(sized ? [likeness.ofSize(keyOf(sized))] : []),
  ];
}
