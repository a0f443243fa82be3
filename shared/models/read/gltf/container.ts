import type { Beside } from '../beside.ts';
import { decoded } from '../byteText.ts';
import { refused } from '../findings.ts';
import { indexIn, isObject, type JsonObject, listIn, objectIn, textIn } from './json.ts';
import { packedIn } from './packed.ts';

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

/** A glTF's description, and the bytes of its buffers. */
export interface GltfFile {
  json: JsonObject;
  buffers: Uint8Array[];
}

export const isGlb = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === MAGIC;

/**
 * Takes a GLB or glTF apart. Buffers are in the file itself, or came along with it.
 * @throws {CannotBeRead}
 */
export function openGltf(bytes: Uint8Array, beside?: Beside): GltfFile {
  const { text, binary } = isGlb(bytes) ? chunksOf(bytes) : { text: bytes, binary: null };
  const json = parsed(text);
  const version = textIn(objectIn(json.asset).version);
  if (!/^2(\.\d+)?$/.test(version)) throw refused('version', { version: version.slice(0, 20) || '?' });
  const buffers = listIn(json.buffers).map((each, index) => {
    const buffer = objectIn(each);
    const announced = indexIn(buffer.byteLength) ?? 0;
    const content = contentOf(buffer, index, binary, beside);
    if (content.length < announced && !isPlaceholder(buffer))
      throw refused('cutShort', { announced, found: content.length });
    return content.subarray(0, announced);
  });
  return { json, buffers };
}

function chunksOf(bytes: Uint8Array): { text: Uint8Array; binary: Uint8Array | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4, true);
  if (version !== 2) throw refused('version', { version: String(version) });
  const length = view.getUint32(8, true);
  if (length > bytes.length) throw refused('cutShort', { announced: length, found: bytes.length });
  let text: Uint8Array | null = null;
  let binary: Uint8Array | null = null;
  for (let at = 12; at + 8 <= length; ) {
    const size = view.getUint32(at, true);
    const type = view.getUint32(at + 4, true);
    if (at + 8 + size > bytes.length)
      throw refused('cutShort', { announced: at + 8 + size, found: bytes.length });
    const chunk = bytes.subarray(at + 8, at + 8 + size);
    if (type === JSON_CHUNK) text ??= chunk;
    else if (type === BINARY_CHUNK) binary ??= chunk;
    // Chunks begin at multiples of four, whatever their length says.
    at += 8 + size + ((4 - (size % 4)) % 4);
  }
  if (text === null) throw refused('badJson', { what: 'JSON' });
  return { text, binary };
}

function parsed(text: Uint8Array): JsonObject {
  let json: unknown;
  try {
    json = JSON.parse(
      decoded(text)
        .replace(/^\uFEFF/, '')
        .replace(/[\0\s]+$/, ''),
    );
  } catch (error) {
    throw refused('badJson', { what: String(error).slice(0, 160) });
  }
  if (!isObject(json)) throw refused('badJson', { what: '{' });
  return json;
}

/** Whether a buffer only tells how long it would be if nothing were packed. */
function isPlaceholder({ uri, byteLength, extensions }: JsonObject): boolean {
  if (textIn(uri) !== '') return false;
  return (indexIn(byteLength) ?? 0) === 0 || packedIn(extensions)?.fallback === true;
}

/** `a%20part.bin` as a file is called. */
function spelt(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function contentOf(
  buffer: JsonObject,
  index: number,
  binary: Uint8Array | null,
  beside: Beside | undefined,
): Uint8Array {
  const uri = textIn(buffer.uri);
  if (uri === '') {
    if (index === 0 && binary) return binary;
    // Packed data may announce a buffer that it takes the place of.
    if (isPlaceholder(buffer)) return new Uint8Array(0);
    throw refused('cutShort', { announced: indexIn(buffer.byteLength) ?? 0, found: 0 });
  }
  const [head] = /^data:[^,]{0,200};base64,/i.exec(uri) ?? [];
  if (head === undefined) {
    const found = beside?.(spelt(uri));
    if (!found) throw refused('outsideFile', { name: uri.slice(0, 120) });
    return found;
  }
  try {
    const text = atob(uri.slice(head.length));
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  } catch {
    throw refused('badJson', { what: 'base64' });
  }
}
