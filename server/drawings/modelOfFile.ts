import { createRequire } from 'node:module';
import type { InstanceOf } from '../../shared/assemblies/instances.ts';
import type { Model } from '../../shared/models/model.ts';
import { CannotBeRead } from '../../shared/models/read/findings.ts';
import { readModel } from '../../shared/models/read/readModel.ts';
import type { Occt, OpenOcct } from '../../shared/models/read/step/occt.ts';

/** A small server reads no more than this for a drawing. */
const LIMITS = { triangles: 2_000_000, meshBytes: 300_000_000, unpackedBytes: 300_000_000 };

let opened: Promise<Occt> | undefined;

/** The reader of solids, which comes as CommonJS and with its WebAssembly beside it. */
const openOcct: OpenOcct = (anew) => {
  if (anew) opened = undefined;
  const open: () => Promise<Occt> = createRequire(import.meta.url)('occt-import-js');
  opened ??= open();
  return opened;
};

/** What stands in a file; null where it cannot be read: the drawing then lacks it, and the pages say why. */
export async function modelOfFile(
  { path, unit }: Extract<InstanceOf, { kind: 'file' }>,
  bytes: ArrayBuffer,
): Promise<Model | null> {
  try {
    return (await readModel(bytes, path, { unit, limits: LIMITS, openOcct })).model;
  } catch (error) {
    if (error instanceof CannotBeRead) return null;
    throw error;
  }
}
