import type { FileType } from '../../shared/files/kinds.ts';
import { isBinaryStl, isMesh3mf } from './sniffModels.ts';
import { textIn, typeOfText } from './sniffText.ts';
import { soundIn } from './sounds.ts';

/** As many bytes from a file's start tell what it is. */
export const SNIFFED_BYTES = 65_536;
/** And as many from its end, where archives list what they hold. */
export const TAIL_BYTES = 4096;

/** What is looked at of a file: its first and last bytes, and how long it is. */
export interface Sample {
  start: Buffer;
  tail: Buffer;
  bytes: number;
}

/** First bytes, with nothing before them: what stands further in does not make a file something else. */
const MAGIC: readonly [FileType, ...string[]][] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF87a', 'GIF89a'],
  ['application/pdf', '%PDF-'],
  ['model/gltf-binary', 'glTF\x01\0\0\0', 'glTF\x02\0\0\0'],
  ['image/vnd.dxf', 'AutoCAD Binary DXF\r\n'],
  ['model/ply', 'ply\n', 'ply\r\n'],
  ['application/gzip', '\x1f\x8b\x08'],
];
/** Kinds that begin with a length. */
const FURTHER_IN: readonly [FileType, RegExp][] = [
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['video/mp4', /^.{4}ftyp(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV)/s],
];

/** What a file is by its bytes. The same bytes are always the same. */
export function sniff(sample: Sample): FileType {
  const sound = soundIn(sample.start);
  if (sound !== null) return sound;
  const head = sample.start.toString('latin1', 0, 32);
  const known =
    MAGIC.find(([, ...magic]) => magic.some((bytes) => head.startsWith(bytes))) ??
    FURTHER_IN.find(([, magic]) => magic.test(head));
  if (known) return known[0];
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return isMesh3mf(sample) ? 'model/3mf' : 'application/zip';
  const text = textIn(sample);
  if (text !== null) return typeOfText(text);
  return isBinaryStl(sample) ? 'model/stl' : 'application/octet-stream';
}
