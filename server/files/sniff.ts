import type { FileType } from '../../shared/files/kinds.ts';

/** As many bytes from a file's start tell what it is. */
export const SNIFFED_BYTES = 16;

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** What a file is by its first bytes; null for anything that is not taken. */
export function sniff(start: Uint8Array): FileType | null {
  if (start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff) return 'image/jpeg';
  if (latin1(start, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (latin1(start, 0, 4) === 'RIFF' && latin1(start, 8, 12) === 'WEBP') return 'image/webp';
  if (latin1(start, 0, 5) === '%PDF-') return 'application/pdf';
  return null;
}

/** What people send most often instead, by its first bytes, with what to do about it. */
const OTHERS: readonly { test(start: Uint8Array): boolean; sentence: string }[] = [
  {
    test: (start) =>
      latin1(start, 4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1)/.test(latin1(start, 8, 12)),
    sentence: 'This is a HEIC photograph, which most browsers cannot show: send it as JPEG.',
  },
  {
    test: (start) => latin1(start, 4, 8) === 'ftyp',
    sentence: 'This is a film or an AVIF picture: send a photograph as JPEG, PNG or WebP.',
  },
  { test: (start) => latin1(start, 0, 4) === 'GIF8', sentence: 'This is a GIF: send it as JPEG or PNG.' },
  {
    test: (start) => latin1(start, 0, 4) === 'PK\x03\x04',
    sentence: 'This is an archive or an office document: send a manual as PDF.',
  },
  {
    test: (start) => /^\s*<(!doctype|html|svg|\?xml)/i.test(latin1(start, 0, SNIFFED_BYTES)),
    sentence: 'This is a web page or an SVG drawing: send a photograph as JPEG, PNG or WebP.',
  },
];

/** Why a file of another type is not taken. */
export const whyNotTaken = (start: Uint8Array): string =>
  OTHERS.find(({ test }) => test(start))?.sentence ??
  'This is neither a photograph (JPEG, PNG, WebP) nor a manual (PDF), whatever its name says.';
