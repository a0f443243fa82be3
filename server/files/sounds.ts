import type { FileType } from '../../shared/files/kinds.ts';

const EBML = '\x1a\x45\xdf\xa3';
const OGG_SOUND = ['OpusHead', '\x01vorbis'];
/** Elements of Matroska (RFC 9559): the type of document, the codec of a track, the kind of a track. */
const WEBM = 'webm';
const VIDEO_CODEC = /V_(VP8|VP9|AV1|MPEG|THEORA)/;

/** ISO/IEC 14496-12: brands under which recorders write sound alone, or anything. */
const ISO_MEDIA = /^.{4}ftyp(M4A |M4B |isom|iso[2-9]|mp4[12]|dash|MSNV|3gp[4-6])/s;

/**
 * Which kind of sound a file is, by its first bytes; null: none. Browsers record Opus in WebM or Ogg and AAC in MP4;
 * telephones also write WAV and MP3. A film, which may come in the same wrapping, is no sound.
 */
export function soundIn(start: Buffer): FileType | null {
  const head = start.toString('latin1', 0, 64);
  if (head.startsWith(EBML)) return isSoundInWebm(start) ? 'audio/webm' : null;
  if (head.startsWith('OggS')) return OGG_SOUND.some((codec) => head.includes(codec)) ? 'audio/ogg' : null;
  if (/^RIFF.{4}WAVEfmt /s.test(head)) return 'audio/wav';
  if (ISO_MEDIA.test(head)) return isSoundInMp4(head, start) ? 'audio/mp4' : null;
  return isMp3(start, head) ? 'audio/mpeg' : null;
}

function isSoundInWebm(start: Buffer): boolean {
  const text = start.toString('latin1');
  return text.slice(0, 64).includes(WEBM) && /A_(OPUS|VORBIS)/.test(text) && !VIDEO_CODEC.test(text);
}

/**
 * The handlers of the tracks (`soun`, `vide`) stand in `moov`, which recorders of fragments write first and others last:
 * the brand of sound alone suffices then.
 */
function isSoundInMp4(head: string, start: Buffer): boolean {
  const text = start.toString('latin1');
  if (/hdlr.{8}vide/s.test(text)) return false;
  return /^.{4}ftypM4[AB] /s.test(head) || /hdlr.{8}soun/s.test(text);
}

/** An ID3 tag, or two frames in a row: the eleven bits of one alone also begin other files. */
function isMp3(start: Buffer, head: string): boolean {
  if (head.startsWith('ID3')) return (start[3] ?? 255) <= 4 && ((start[6] ?? 255) & 0x80) === 0;
  const length = frameLength(start, 0);
  return length !== null && frameLength(start, length) !== null;
}

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLES_A_SECOND = [44_100, 48_000, 32_000];

/** Bytes of the layer III frame (ISO/IEC 11172-3, 13818-3) that begins there; null: none does. */
function frameLength(bytes: Buffer, at: number): number | null {
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (first !== 0xff || second === undefined || third === undefined) return null;
  const version = (second >> 3) & 3;
  if ((second & 0xe0) !== 0xe0 || version === 1 || ((second >> 1) & 3) !== 1) return null;
  const isFirst = version === 3;
  const rate = SAMPLES_A_SECOND[(third >> 2) & 3];
  const kilobits = (isFirst ? BITRATES_1 : BITRATES_2)[third >> 4];
  if (rate === undefined || !kilobits) return null;
  const perSecond = rate / (isFirst ? 1 : version === 2 ? 2 : 4);
  const padding = (third >> 1) & 1;
  return Math.floor(((isFirst ? 144_000 : 72_000) * kilobits) / perSecond) + padding;
}
