import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { refused } from '../findings.ts';
import { indexIn, textIn } from './json.ts';
import type { Unpack } from './packed.ts';

const MODES = /^(ATTRIBUTES|TRIANGLES|INDICES)$/;
const FILTERS = /^(NONE|OCTAHEDRAL|QUATERNION|EXPONENTIAL|COLOR)$/;
/** Bytes of one element, at most, by the extension's own words. */
const MOST_STRIDE = 256;

/** Opens the decoder of meshoptimizer: WebAssembly that is kept in its own text, and evaluates nothing. */
export async function openMeshopt(): Promise<Unpack> {
  await MeshoptDecoder.ready;
  return (packed, how) => {
    const [count, stride] = [indexIn(how.count) ?? 0, indexIn(how.byteStride) ?? 0];
    const [mode, filter] = [textIn(how.mode), textIn(how.filter) || 'NONE'];
    const broken = refused('compressed', { name: `meshopt ${mode} ${filter}`.slice(0, 60) });
    if (!MODES.test(mode) || !FILTERS.test(filter) || stride < 1 || stride > MOST_STRIDE) throw broken;
    const isWhole = mode === 'ATTRIBUTES' ? stride % 4 === 0 : stride === 2 || stride === 4;
    if (!isWhole || (mode === 'TRIANGLES' && count % 3 !== 0)) throw broken;
    const bytes = new Uint8Array(count * stride);
    try {
      MeshoptDecoder.decodeGltfBuffer(bytes, count, stride, packed, mode, filter);
    } catch {
      throw refused('cutShort', { announced: bytes.length, found: packed.length });
    }
    return bytes;
  };
}
