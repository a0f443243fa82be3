import type { Model } from '../model.ts';
import { type Choice, chosenNodes } from './chosenNodes.ts';
import { glb } from './glb.ts';
import { obj } from './obj.ts';
import { mustBeWritable } from './standing.ts';
import { asciiStl, binaryStl } from './stl.ts';
import { threeMf } from './threeMf.ts';

const formats = {
  glb: { ending: 'glb', type: 'model/gltf-binary', write: glb },
  stl: { ending: 'stl', type: 'model/stl', write: binaryStl },
  stlInWords: { ending: 'stl', type: 'model/stl', write: asciiStl },
  threeMf: { ending: '3mf', type: 'model/3mf', write: threeMf },
  obj: { ending: 'obj', type: 'model/obj', write: obj },
} as const;
export type WrittenFormat = keyof typeof formats;
/** How a file of that format ends, and the media type that it is sent as. */
export const fileOf = (format: WrittenFormat): { ending: string; type: string } => formats[format];

/**
 * A file of the model, or of what was chosen of it; millimetres, but metres in GLB, as that format wants.
 * @throws {NotWritten} where nothing is left to write, a number is none, or the file would be too large.
 */
export function writeModel(
  model: Model,
  format: WrittenFormat,
  choice: Choice = { nodes: null, step: null },
): Uint8Array<ArrayBuffer> {
  const chosen = chosenNodes(model, choice);
  mustBeWritable(chosen);
  return formats[format].write(chosen);
}
