import { createRequire } from 'node:module';
import type { Occt, OpenOcct } from '../../../../shared/models/read/step/occt.ts';

const open: (settings: object) => Promise<Occt> = createRequire(import.meta.url)('occt-import-js');
let opening: Promise<Occt> | null = null;

/** The reader of solids as Node finds it. */
export const openOcct: OpenOcct = (anew = false) => {
  if (anew) opening = null;
  opening ??= open({ print: () => {}, printErr: () => {} });
  return opening;
};
