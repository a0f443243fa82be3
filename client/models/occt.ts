import open from 'occt-import-js';
import wasm from 'occt-import-js/dist/occt-import-js.wasm?url';
import type { Occt, OpenOcct } from '../../shared/models/read/step/occt.ts';
import { lendFunctionMaker, withoutEvaluation } from './withoutEvaluation.ts';

let opening: Promise<Occt> | null = null;

/** The reader of solids (eight megabytes), loaded with the first file that needs it; only within a worker. */
export const occtHere: OpenOcct = (anew = false) => {
  if (anew) opening = null;
  opening ??= opened();
  return opening;
};

async function opened(): Promise<Occt> {
  const giveBack = lendFunctionMaker();
  try {
    const occt = await open({ locateFile: () => wasm, print: () => {}, printErr: () => {} });
    return {
      ReadStepFile: withoutEvaluation((content, params) => occt.ReadStepFile(content, params)),
      ReadIgesFile: withoutEvaluation((content, params) => occt.ReadIgesFile(content, params)),
      ReadBrepFile: withoutEvaluation((content, params) => occt.ReadBrepFile(content, params)),
    };
  } finally {
    giveBack();
  }
}
