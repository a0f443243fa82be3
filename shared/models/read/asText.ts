import { isBinaryStl } from './stl.ts';

/** Looked at for signs of a wrong way through a program for texts. */
const LOOKED_AT = 100_000;
/** One may stand in a name that was damaged; so many are numbers. */
const FEWEST_SIGNS = 4;

/**
 * Whether bytes were once taken for text: each that is no letter was replaced by the sign for an unknown one, and no
 * program can tell any more what stood there.
 */
export function wasTakenForText(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, LOOKED_AT);
  let signs = 0;
  let zeros = 0;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) zeros += 1;
    if (byte < 0x80) continue;
    // U+FFFD in UTF-8; any other byte of this kind would have been replaced too.
    if (byte !== 0xef || (at + 2 < end && (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd))) return false;
    signs += 1;
    at += 2;
  }
  return signs >= FEWEST_SIGNS && zeros > 0;
}

/** Text of two bytes a letter, which some programs write, as the readers expect it; all else as it is. */
export function inBytes(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!(isLittle || isBig) || isBinaryStl(bytes)) return bytes;
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}
