import type { Piece } from '../module.ts';
import {
  box,
  circleArea,
  cylinder,
  joined,
  type Point,
  placed,
  polygon,
  prism,
  raised,
  type Shape,
  turnedShape,
} from '../solids/shapes.ts';
import { type Placement, within } from '../vectors.ts';
import { bought } from './pieces.ts';

/** Millimetres; chosen, near air-cooled V-twins of 16 to 28 hp. */
export const ENGINE = {
  /** From its feet to the middle of its shaft. */
  axis: 155,
  case: 240,
  shaft: 28.6,
  shaftLength: 60,
  cover: 290,
  coverDepth: 60,
  muffler: 95,
  mufflerLength: 200,
} as const;
const CASE = { half: 110, shoulder: 10, top: 110, crown: 10 };
const CYLINDER = { core: 96, fin: 130, fins: 8, finThickness: 5, finGap: 7, sunk: 5, offset: 15 };
const HEAD = { width: 110, depth: 100, height: 45 };

const finStack = CYLINDER.fins * (CYLINDER.finThickness + CYLINDER.finGap);

/** A core with fins along z; it begins inside the case and ends inside the head. */
function finnedCylinder(): Shape {
  const { core, fin, fins, finThickness, finGap, sunk } = CYLINDER;
  const profile: Point[] = [
    [0, -sunk],
    [core / 2, -sunk],
  ];
  for (let n = 0; n < fins; n += 1) {
    const from = finGap + n * (finThickness + finGap);
    profile.push(
      [core / 2, from],
      [fin / 2, from],
      [fin / 2, from + finThickness],
      [core / 2, from + finThickness],
    );
  }
  profile.push([core / 2, finStack + sunk + finGap], [0, finStack + sunk + finGap]);
  return joined(turnedShape(profile), raised(box(HEAD.width, HEAD.depth, HEAD.height), finStack + finGap));
}

/** Cylinders stand on the slanted faces of the case, a little apart along the shaft as two rods on one crank are. */
function cylinderPlaces(): Placement[] {
  const half = Math.SQRT1_2;
  const middle = (CASE.half + CASE.crown) / 2;
  const slope = (CASE.shoulder + CASE.top) / 2;
  return [-1, 1].map((side) => ({
    origin: [side * middle, slope, ENGINE.case / 2 + side * CYLINDER.offset],
    x: [0, 0, 1],
    z: [side * half, half, 0],
  }));
}

/** An engine whose shaft comes out along the place's z and whose cylinders point towards its y. */
export function engine(horsepower: string, place: Placement): Piece[] {
  const { half, shoulder, top, crown } = CASE;
  const outline = polygon([
    [-half, -ENGINE.axis],
    [half, -ENGINE.axis],
    [half, shoulder],
    [crown, top],
    [-crown, top],
    [-half, shoulder],
  ]);
  const { core, fin, fins, finThickness } = CYLINDER;
  return [
    {
      ...bought({
        id: 'engine',
        name: `Engine, ${horsepower} hp`,
        material: 'machine',
        specification: 'air-cooled V-twin petrol engine, horizontal shaft',
      }),
      tracked: true,
      // The case, two cores between case and heads with their fins, two heads, the shaft.
      volume:
        (2 * half * (ENGINE.axis + shoulder) + (half + crown) * (top - shoulder)) * ENGINE.case +
        2 * circleArea(core) * (finStack + CYLINDER.finGap) +
        2 * fins * (circleArea(fin) - circleArea(core)) * finThickness +
        2 * HEAD.width * HEAD.depth * HEAD.height +
        circleArea(ENGINE.shaft) * ENGINE.shaftLength,
      shape: joined(
        prism(outline, ENGINE.case),
        ...cylinderPlaces().map((at) => placed(finnedCylinder(), at)),
        raised(cylinder(ENGINE.shaft, ENGINE.shaftLength + 10), ENGINE.case - 10),
      ),
      holes: 0,
      places: [place],
    },
    fanCover(place),
    muffler(place),
  ];
}

/** Round cover of flywheel and fan, at the end away from the shaft. */
function fanCover(place: Placement): Piece {
  const { cover, coverDepth } = ENGINE;
  const [wide, narrow] = [cover / 2, 0.36 * cover];
  const rise = coverDepth / 2;
  return {
    ...bought({
      id: 'fan-cover',
      name: 'Fan cover',
      material: 'aluminium',
      specification: 'comes with the engine',
    }),
    // A disc, and on it a cone without its tip.
    volume: circleArea(cover) * rise + (Math.PI / 3) * rise * (wide ** 2 + wide * narrow + narrow ** 2),
    shape: turnedShape([
      [0, 0],
      [narrow, 0],
      [wide, rise],
      [wide, coverDepth],
      [0, coverDepth],
    ]),
    holes: 0,
    places: [within(place, { origin: [0, 0, -coverDepth], x: [1, 0, 0], z: [0, 0, 1] })],
  };
}

function muffler(place: Placement): Piece {
  const { muffler: diameter, mufflerLength: length } = ENGINE;
  const inside = (ENGINE.case - length) / 2;
  return {
    ...bought({
      id: 'muffler',
      name: 'Muffler',
      material: 'machine',
      specification: 'comes with the engine',
    }),
    volume: circleArea(diameter) * length,
    shape: cylinder(diameter, length),
    holes: 0,
    places: [within(place, { origin: [0, 200, inside], x: [1, 0, 0], z: [0, 0, 1] })],
  };
}
