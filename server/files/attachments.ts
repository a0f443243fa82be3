import type { FileType } from '../../shared/files/kinds.ts';
import { isAttachment, isSound } from '../../shared/files/kinds.ts';
import { FileRefused } from './refusal.ts';

const SHOWN_BYTES = 32;

/** What people send most often instead of a photograph or a manual, by its first bytes, with what to do about it. */
const OTHERS: readonly { magic: RegExp; sentence: string }[] = [
  {
    magic: /^.{4}ftyp(hei[cxms]|hev[cx]|mif1|msf1)/s,
    sentence: 'This is a HEIC photograph, which most browsers cannot show: send it as JPEG.',
  },
  {
    magic: /^.{4}ftyp/s,
    sentence: 'This is a film or an AVIF picture: send a photograph as JPEG, PNG or WebP.',
  },
  { magic: /^GIF8/, sentence: 'This is a GIF: send it as JPEG or PNG.' },
  {
    magic: /^PK\p{Cc}\p{Cc}/u,
    sentence: 'This is an archive or an office document: send a manual as PDF.',
  },
  {
    magic: /^\s*<(!doctype|html|svg|\?xml)/i,
    sentence: 'This is a web page or an SVG drawing: send a photograph as JPEG, PNG or WebP.',
  },
];

/** @throws {FileRefused} for what machines, faults and builds cannot show, saying what it is instead. */
export function assertAttachment(type: FileType, start: Buffer): void {
  if (isAttachment(type) || isSound(type)) return;
  const head = start.toString('latin1', 0, SHOWN_BYTES);
  throw new FileRefused(
    'content',
    OTHERS.find(({ magic }) => magic.test(head))?.sentence ??
      'This is neither a photograph (JPEG, PNG, WebP) nor a manual (PDF), whatever its name says.',
  );
}
