import type { CrossSection, Manifold } from 'manifold-3d';
import type { Solids } from '../module.ts';
import type { Outline, Point, Shape } from './shapes.ts';

/** Corners that a circle of that diameter is drawn with; small ones need few. */
function cornersFor(diameter: number): number {
  if (diameter <= 16) return 24;
  if (diameter <= 40) return 32;
  return diameter <= 120 ? 48 : 64;
}

/**
 * What the radius must be multiplied by so that the regular polygon has the circle's area: then masses are those that
 * the hand reckons (64 corners: 0.08 %).
 */
const swelling = (corners: number): number =>
  Math.sqrt((2 * Math.PI) / (corners * Math.sin((2 * Math.PI) / corners)));

function pointsOf(outline: Outline): [number, number][] {
  if (outline.kind === 'polygon') return outline.corners.map(([x, y]) => [x, y]);
  const corners = cornersFor(outline.diameter);
  const radius = (outline.diameter / 2) * swelling(corners);
  const [x, y] = outline.middle;
  return Array.from({ length: corners }, (_, n) => {
    const angle = (2 * Math.PI * n) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

function turnedSolid(profile: readonly Point[], { Manifold }: Solids): Manifold {
  const corners = cornersFor(2 * Math.max(...profile.map(([radius]) => radius)));
  const wider = swelling(corners);
  return Manifold.revolve([profile.map(([radius, height]) => [radius * wider, height])], corners);
}

function prismSolid(shape: Extract<Shape, { kind: 'prism' }>, { CrossSection, Manifold }: Solids): Manifold {
  const lines = [shape.outline, ...shape.openings].map(pointsOf);
  const section: CrossSection = new CrossSection(lines, 'EvenOdd');
  const solid = Manifold.extrude(section, shape.height);
  section.delete();
  return solid;
}

/** The closed solid of a shape; whoever asked for it deletes it. */
export function solidOf(shape: Shape, solids: Solids): Manifold {
  const known: Known = new Map();
  const solid = madeFrom(shape, solids, known);
  for (const each of known.values()) each.delete();
  return solid;
}

/** What stands in many places is made once: seventy holes are one drill. */
type Known = Map<Shape, Manifold>;

function onceMade(shape: Shape, solids: Solids, known: Known): Manifold {
  const made = known.get(shape) ?? madeFrom(shape, solids, known);
  known.set(shape, made);
  return made;
}

function madeFrom(shape: Shape, solids: Solids, known: Known): Manifold {
  switch (shape.kind) {
    case 'prism':
      return prismSolid(shape, solids);
    case 'turned':
      return turnedSolid(shape.profile, solids);
    case 'joined':
      return spent(
        shape.of.map((each) => madeFrom(each, solids, known)),
        (all) => solids.Manifold.union(all),
      );
    case 'cut':
      return spent(
        [shape.from, ...shape.by].map((each) => madeFrom(each, solids, known)),
        (all) => solids.Manifold.difference(all),
      );
    case 'placed':
      return moved(onceMade(shape.shape, solids, known), shape.at);
  }
}

/** Deletes what a solid was made from. */
function spent(used: Manifold[], make: (used: Manifold[]) => Manifold): Manifold {
  const made = make(used);
  for (const each of used) each.delete();
  return made;
}

/** The same solid at a placement; the one given stays. */
export function moved(solid: Manifold, { origin, x, z }: Extract<Shape, { kind: 'placed' }>['at']): Manifold {
  const y = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]] as const;
  return solid.transform([...x, 0, ...y, 0, ...z, 0, ...origin, 1]);
}
