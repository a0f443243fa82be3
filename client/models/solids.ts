import openSolids from 'manifold-3d';
import wasm from 'manifold-3d/manifold.wasm?url';
import type { Solids } from '../../shared/modules/module.ts';

let opening: Promise<Solids> | null = null;

/** The maker of solids, loaded once; only within a worker. */
export function solidsHere(): Promise<Solids> {
  opening ??= openSolids({ locateFile: () => wasm }).then((solids) => {
    solids.setup();
    return solids;
  });
  return opening;
}
