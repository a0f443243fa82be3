import type { Piece } from '../module.ts';
import {
  circle,
  circleArea,
  cutBy,
  cylinder,
  joined,
  onCircle,
  placed,
  prism,
  raised,
  ring,
  ringArea,
  towards,
} from '../solids/shapes.ts';
import { toothedArea, toothedOutline } from '../solids/toothed.ts';
import type { Placement } from '../vectors.ts';
import { boltsAndNuts } from './bolts.ts';
import { bought, made, told } from './pieces.ts';

/** Millimetres; all chosen but diameter and shaft. */
const HUB = { length: 50.8, flange: 12, bolt: 12.7, hole: 13.5, bolts: 4 };
const RIM = { wall: 5, disc: 8, share: 0.55, hand: 45 };
const TYRE = { side: 14, tread: 0.8, lugs: 22 };

export const hubLength = HUB.length;
export const rimDiameter = (wheel: number): number => RIM.share * wheel;

const hubSizes = (shaft: number) => ({ tube: 2 * shaft, flange: 2 * shaft + 60, circle: 2 * shaft + 32 });

/** Hub with its flange at the place, standing along z on a shaft. */
export function hub(shaft: number, place: Placement): Piece {
  const { tube, flange, circle: bolts } = hubSizes(shaft);
  const holes = onCircle(bolts, HUB.bolts).map((at) => circle(HUB.hole, at));
  return {
    ...made(
      { id: 'hub', name: `Wheel hub ${told(shaft)} mm`, material: 'steel', specification: 'round bar, 1045' },
      ['lathe', 'drillPress'],
    ),
    volume:
      (circleArea(flange) - HUB.bolts * circleArea(HUB.hole)) * HUB.flange +
      circleArea(tube) * (HUB.length - HUB.flange) -
      circleArea(shaft) * HUB.length,
    shape: cutBy(
      joined(prism(circle(flange), HUB.flange, holes), cylinder(tube, HUB.length)),
      raised(cylinder(shaft, HUB.length + 2), -1),
    ),
    holes: 1 + HUB.bolts,
    places: [place],
  };
}

/** Rim whose disc lies on a hub's flange, and the bolts that hold it. `inset`: how far the rim begins before the disc. */
export function rim(
  wheel: { shaft: number; diameter: number; width: number; inset: number },
  place: Placement,
): Piece[] {
  const { shaft, width, inset } = wheel;
  const outer = rimDiameter(wheel.diameter);
  const inner = outer - 2 * RIM.wall;
  const { tube, flange, circle: bolts } = hubSizes(shaft);
  const holes = [
    circle(tube),
    ...onCircle(bolts, HUB.bolts).map((at) => circle(HUB.hole, at)),
    ...handHoles(flange, inner).map((at) => circle(RIM.hand, at)),
  ];
  const handCount = handHoles(flange, inner).length;
  return [
    {
      ...bought({
        id: 'rim',
        name: `Rim ${told(outer)} × ${told(width)} mm`,
        material: 'steel',
        specification: 'tractor rim',
      }),
      volume:
        ringArea(outer, inner) * width +
        (ringArea(inner, tube) - HUB.bolts * circleArea(HUB.hole) - handCount * circleArea(RIM.hand)) *
          RIM.disc,
      // The disc reaches into the wall, so that both are one solid.
      shape: joined(
        raised(ring(outer, inner, width), -inset),
        prism(circle(inner + RIM.wall), RIM.disc, holes),
      ),
      holes: holes.length,
      places: [place],
    },
    ...boltsAndNuts({
      id: 'wheel-bolt',
      diameter: HUB.bolt,
      grip: HUB.flange + RIM.disc,
      places: onCircle(bolts, HUB.bolts).map(([x, y]) => ({
        ...place,
        origin: offsetOf(place, x, y, -HUB.flange),
      })),
    }),
  ];
}

/** Round openings in the disc, where there is room for them. */
const handHoles = (flange: number, inner: number) =>
  inner - flange > 2.4 * RIM.hand ? onCircle((flange + inner) / 2, 6, 0) : [];

function offsetOf({ origin, x, z }: Placement, right: number, up: number, out: number): Placement['origin'] {
  const y = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]] as const;
  return [
    origin[0] + x[0] * right + y[0] * up + z[0] * out,
    origin[1] + x[1] * right + y[1] * up + z[1] * out,
    origin[2] + x[2] * right + y[2] * up + z[2] * out,
  ];
}

/** Tyre with lugs around a rim; open towards the rim, as a tyre is. */
export function tyre(diameter: number, width: number, place: Placement): Piece {
  const bead = rimDiameter(diameter);
  const root = 0.94 * (diameter / 2);
  const teeth = { count: TYRE.lugs, root, tip: diameter / 2, foot: 0.6, crown: 0.42 };
  const inside = bead + TYRE.tread * (2 * root - bead);
  return {
    ...bought({
      id: 'tyre',
      name: `Tyre ${told(diameter)} × ${told(width)} mm`,
      material: 'rubber',
      specification: 'tractor tyre with lugs',
    }),
    volume: (toothedArea(teeth) - circleArea(inside)) * width + 2 * ringArea(inside, bead) * TYRE.side,
    // The sides reach into the tread, so that all is one solid.
    shape: joined(
      prism(toothedOutline(teeth), width, [circle(inside)]),
      ring(inside + 10, bead, TYRE.side),
      placed(ring(inside + 10, bead, TYRE.side), towards('+z', [0, 0, width - TYRE.side])),
    ),
    holes: 1,
    places: [place],
  };
}
