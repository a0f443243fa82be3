import open from 'occt-import-js';
import wasm from 'occt-import-js/dist/occt-import-js.wasm?url';
import type { Occt, OpenOcct } from '../../shared/models/read/step/occt.ts';

let opening: Promise<Occt> | null = null;

/** The reader of solids (eight megabytes), loaded with the first file that needs it; only within a worker. */
export const occtHere: OpenOcct = (anew = false) => {
  if (anew) opening = null;
  opening ??= open({ locateFile: () => wasm, print: () => {}, printErr: () => {} });
  return opening;
};
