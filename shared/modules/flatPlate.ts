import type { Material } from './materials.ts';
import { defineModule, type ModuleInterface, NO_BUDGET } from './module.ts';
import { choice, count, inches, length, type ValuesOf } from './parameters.ts';
import { madeOf } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { type Point, towards } from './solids/shapes.ts';
import { AT_ORIGIN } from './vectors.ts';

const parameters = {
  width: length({ least: 20, most: 3000, usual: inches(32), source: 'Chosen: a deck over two frame tubes' }),
  height: length({ least: 20, most: 3000, usual: inches(12), source: 'Chosen: a deck over two frame tubes' }),
  thickness: length({ least: 1, most: 50, usual: inches(1 / 4), source: 'Wheel unit: plates of 1/4 in' }),
  columns: count({ least: 0, most: 40, usual: 8, source: 'The tubes below it: a hole every 4 in' }),
  rows: count({ least: 0, most: 40, usual: 3, source: 'The tubes below it: a hole every 4 in' }),
  pitch: length({
    least: 10,
    most: 1000,
    usual: inches(4),
    source: 'The tube it lies on: 4 in; no pitch is standard',
  }),
  hole: length({ least: 2, most: 100, usual: inches(1), source: 'The same holes as in the tube: 1 in' }),
  faceWidth: length({
    least: 0,
    most: 3000,
    usual: 0,
    source: 'Of what it is screwed onto, where that is smaller than the plate; none: as wide as the plate',
  }),
  faceHeight: length({
    least: 0,
    most: 3000,
    usual: 0,
    source: 'Of what it is screwed onto, where that is smaller than the plate; none: as high as the plate',
  }),
  material: choice(['steel', 'aluminium', 'plywood'], 'steel', 'Chosen: what the shelf has'),
};
type Values = ValuesOf<typeof parameters>;

/** What must stay between two holes and from a hole to the edge, millimetres: chosen. */
const WEB = 1;
const SPECIFICATIONS: Partial<Record<Material, string>> = {
  steel: 'hot rolled plate, A36',
  aluminium: 'plate, 6061',
  plywood: 'birch plywood',
};

const middles = ({ columns, rows, pitch }: Values): Point[] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column): Point => [(column - (columns - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch],
    ),
  ).flat();

/** Flat rectangular plate on the plane z = 0, its middle above the origin; width and columns along x. */
export const flatPlate = defineModule({
  id: 'flat-plate',
  name: 'Flat plate',
  parameters,
  sources: ['Its holes are spread about its middle; without columns or rows it has none'],
  faults: (values) => {
    const { width, height, columns, rows, pitch, hole, faceWidth, faceHeight } = values;
    const beyond =
      faceWidth > width || faceHeight > height
        ? [`It lies on ${faceWidth} × ${faceHeight} mm and is only ${width} × ${height} mm.`]
        : [];
    if (columns * rows === 0) return beyond;
    return [
      ...beyond,
      ...(columns * rows > 1 && hole + WEB > pitch
        ? [`Holes of ${hole} mm at ${pitch} mm leave less than ${WEB} mm between them.`]
        : []),
      ...((columns - 1) * pitch + hole + 2 * WEB > width || (rows - 1) * pitch + hole + 2 * WEB > height
        ? [`${columns} × ${rows} holes at ${pitch} mm reach beyond a plate of ${width} × ${height} mm.`]
        : []),
    ];
  },
  interfaces: (values) => [
    face('face-top', values, values.thickness, '+z'),
    {
      ...face('face-bottom', values, 0, '-z'),
      width: values.faceWidth || values.width,
      height: values.faceHeight || values.height,
    },
    ...grids(values),
  ],
  ...madeOf((values: Values) => [
    {
      ...drilledPlate({
        id: 'plate',
        name: 'Plate',
        width: values.width,
        height: values.height,
        thickness: values.thickness,
        holes: [{ diameter: values.hole, middles: middles(values) }],
        places: [AT_ORIGIN],
      }),
      material: values.material,
      specification: SPECIFICATIONS[values.material] ?? '',
      machines: [
        values.material === 'steel' ? 'torchTable' : 'cncRouter',
        ...(middles(values).length > 0 ? (['drillPress'] as const) : []),
      ],
    },
  ]),
  budget: () => NO_BUDGET,
});

const face = (
  id: string,
  { width, height }: Values,
  z: number,
  axis: '+z' | '-z',
): Extract<ModuleInterface, { kind: 'mountFace' }> => ({
  id,
  kind: 'mountFace',
  side: 'offers',
  width,
  height,
  at: towards(axis, [0, 0, z]),
  turns: 90,
});

function grids(values: Values): ModuleInterface[] {
  const [first] = middles(values);
  if (!first) return [];
  const { pitch, hole, columns, rows, thickness } = values;
  const grid = { kind: 'holeGrid', side: 'offers', pitch, hole, rows, turns: 90 } as const;
  const holes = { x: columns, y: rows };
  return [
    { ...grid, holes, id: 'grid-top', at: towards('+z', [first[0], first[1], thickness]) },
    { ...grid, holes, id: 'grid-bottom', at: towards('-z', [first[0], -first[1], 0]) },
  ];
}
