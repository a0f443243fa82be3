import type { Manifold } from 'manifold-3d';
import type { Solids } from '../../modules/module.ts';
import type { Surface } from './surface.ts';

/** The solid that a surface encloses; null where it does not. Whoever asked for it deletes it. */
export function solidOfSurface(
  { positions, triangles }: Pick<Surface, 'positions' | 'triangles'>,
  { Manifold, Mesh }: Solids,
): Manifold | null {
  if (triangles.length === 0) return null;
  try {
    const solid = Manifold.ofMesh(new Mesh({ numProp: 3, vertProperties: positions, triVerts: triangles }));
    if (solid.status() === 'NoError' && !solid.isEmpty()) return solid;
    solid.delete();
    return null;
  } catch {
    // It answers a surface that is not closed with an exception.
    return null;
  }
}
