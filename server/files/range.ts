/** Bytes of a file from one up to and with another. */
export interface ByteRange {
  from: number;
  through: number;
}

/**
 * The one range that a `Range` header asks for (RFC 9110, section 14): null where the whole file is the answer (no
 * header, another unit, several ranges, or one that says nothing), `unsatisfiable` where it lies beyond the end.
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'unsatisfiable' : { from: bytes - length, through: bytes - 1 };
  }
  const from = Number(first);
  if (from >= bytes) return 'unsatisfiable';
  const through = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return through < from ? null : { from, through };
}
