import type { Manifold } from 'manifold-3d';
import type { Mesh } from '../../models/model.ts';
import { sharpEdges } from '../../models/sharpEdges.ts';

/** The triangles of a closed solid, with its sharp edges. */
export function meshOf(solid: Manifold): Mesh {
  const { numProp, vertProperties, triVerts, numVert } = solid.getMesh();
  const positions = new Float32Array(numVert * 3);
  for (let vertex = 0; vertex < numVert; vertex += 1) {
    for (let axis = 0; axis < 3; axis += 1) {
      positions[vertex * 3 + axis] = vertProperties[vertex * numProp + axis] ?? 0;
    }
  }
  const triangles = Uint32Array.from(triVerts);
  return { positions, triangles, normals: null, colours: null, edges: sharpEdges(positions, triangles) };
}
