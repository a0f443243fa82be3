import { createHash } from 'node:crypto';

/** Crockford base 32: no I, L, O, U, so that a label is read aloud and typed without doubt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters that stand for a machine, from a hash of its id. */
export function labelSourceOf(machineId: string): string {
  const bytes = createHash('sha256').update(machineId).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** A code as somebody typed it: case, spaces, hyphens and look-alikes do not matter. */
export function labelAsTyped(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
