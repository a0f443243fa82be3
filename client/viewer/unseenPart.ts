import { type KeptPart, keepPart } from './partBatch.ts';

/** One triangle with all that a part may have, to be drawn where nobody sees it. */
export const unseenPart = (): KeptPart =>
  keepPart({
    key: 'unseen',
    name: '',
    mesh: {
      positions: new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]),
      triangles: new Uint32Array([0, 1, 2]),
      normals: null,
      colours: null,
      edges: null,
    },
    colour: null,
    material: null,
    module: null,
    piece: null,
    licence: null,
    closed: null,
    volume: null,
  });
