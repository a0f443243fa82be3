import type { Piece } from '../module.ts';
import {
  circle,
  circleArea,
  cutBy,
  cylinder,
  joined,
  onCircle,
  polygon,
  prism,
  raised,
  ring,
  ringArea,
} from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { bought, told } from './pieces.ts';

/** What follows from a bearing's bore and bolts; millimetres. Ratios after UC 206 to UC 210 in F-housings, rounded. */
export function bearingSizes(bore: number, boltCircle: number, bolt: number) {
  return {
    /** Of the square flange. */
    side: boltCircle / Math.SQRT2 + 2.5 * bolt,
    flange: 0.45 * bore,
    /** Of the round part that stands on the flange. */
    hub: 2.6 * bore,
    hubHeight: 0.95 * bore,
    /** Of the insert that turns. */
    ring: 2 * bore,
    ringHeight: 1.2 * bore,
  };
}

/** Flange bearings with four bolts; each place is on the face they are bolted to, z the way they stand off it. */
export function flangeBearings(bearing: {
  id: string;
  bore: number;
  boltCircle: number;
  bolt: number;
  places: readonly Placement[];
}): Piece[] {
  const { id, bore, boltCircle, bolt, places } = bearing;
  const { side, flange, hub, hubHeight, ring: insert, ringHeight } = bearingSizes(bore, boltCircle, bolt);
  const corner = bolt;
  const bolts = onCircle(boltCircle, 4).map((at) => circle(bolt, at));
  return [
    {
      ...bought({
        id: `${id}-housing`,
        name: `Bearing housing for ${told(bore)} mm, 4 bolts on ${told(boltCircle)} mm`,
        material: 'castIron',
        specification: 'square flange housing',
      }),
      // Flange without its cut corners, the hub above it, less the bore and the four holes.
      volume:
        (side ** 2 - 2 * corner ** 2 - 4 * circleArea(bolt)) * flange +
        circleArea(hub) * (hubHeight - flange) -
        circleArea(insert) * hubHeight,
      shape: cutBy(
        joined(prism(cutSquare(side, corner), flange, bolts), cylinder(hub, hubHeight)),
        raised(cylinder(insert, hubHeight + 2), -1),
      ),
      holes: 5,
      places,
    },
    {
      ...bought({
        id: `${id}-insert`,
        name: `Bearing insert ${told(bore)} mm`,
        material: 'steel',
        specification: 'insert ball bearing with set screws',
      }),
      volume: ringArea(insert, bore) * ringHeight,
      shape: ring(insert, bore, ringHeight),
      holes: 1,
      places,
    },
  ];
}

/** A square about the origin without its four corners. */
const cutSquare = (side: number, corner: number) => {
  const half = side / 2;
  const flat = half - corner;
  return polygon([
    [flat, -half],
    [half, -flat],
    [half, flat],
    [flat, half],
    [-flat, half],
    [-half, flat],
    [-half, -flat],
    [-flat, -half],
  ]);
};
