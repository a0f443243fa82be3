import { defineModule, NO_BUDGET, type Piece } from './module.ts';
import { inches, length, type ValuesOf } from './parameters.ts';
import { bought, made, madeOf, told } from './pieces/pieces.ts';
import { drilledPlate } from './pieces/plates.ts';
import { turnedVolume } from './pieces/profiles.ts';
import { cylinder, type Point, ring, ringArea, towards, turnedShape } from './solids/shapes.ts';

const parameters = {
  diameter: length({ least: 100, most: 350, usual: 200, source: 'Chosen: as a spool of 1 kg is sold' }),
  width: length({ least: 30, most: 150, usual: 68, source: 'Chosen: as a spool of 1 kg is sold' }),
  bore: length({ least: 15, most: 80, usual: 52, source: 'Chosen: as a spool of 1 kg is sold' }),
  standoff: length({ least: 5, most: 100, usual: 32, source: 'Chosen: past a tube of 1 in beside it' }),
  pitch: length({ least: 12, most: 150, usual: inches(1), source: 'The tube it is screwed to: 1 in' }),
  hole: length({ least: 3, most: 30, usual: 6.5, source: 'Screws of 6 mm, as in smaller machines' }),
};
type Values = ValuesOf<typeof parameters>;

/** Millimetres, chosen: of the plate, of the spool's sides, between axle and spool, of the axle beyond the spool. */
const PLATE = 4;
const SIDE = 4;
const PLAY = 4;
const BEYOND = 12;
/** What must stay around a hole, millimetres: chosen. */
const WEB = 2;

/** How wide the drum is on which the filament lies, and how full it is. */
const drum = ({ bore, diameter }: Values): number => bore + 0.25 * (diameter - bore);
const filled = (values: Values): number => drum(values) + 0.8 * (values.diameter - drum(values));

/** From one of the plate's two holes to the other, whole pitches, so that both lie beside the axle. */
const apart = ({ bore, hole, pitch }: Values): number =>
  Math.ceil((bore - PLAY + hole + 2 * WEB) / pitch) * pitch;

/** Spool of filament on an axle along z, which a plate on the plane z = 0 holds; its two holes lie along x. */
export const filamentSpool = defineModule({
  id: 'filament-spool',
  name: 'Filament spool',
  parameters,
  sources: ['A spool as it is sold, on a pipe that is glued to a plate: all chosen'],
  faults: ({ diameter, bore, pitch, hole }) => [
    ...(bore + 40 > diameter
      ? [`A spool of ${told(diameter)} mm has no room for filament around a bore of ${told(bore)} mm.`]
      : []),
    ...(hole + 2 * WEB > pitch
      ? [`Holes of ${told(hole)} mm at ${told(pitch)} mm leave less than ${2 * WEB} mm between them.`]
      : []),
  ],
  interfaces: (values) => [
    {
      id: 'mount',
      kind: 'holeGrid',
      side: 'offers',
      pitch: values.pitch,
      hole: values.hole,
      rows: 1,
      holes: { x: 1, y: 1 },
      at: towards('-z', [-apart(values) / 2, 0, 0]),
      turns: 90,
    },
  ],
  ...madeOf((values: Values) => pieces(values)),
  budget: () => NO_BUDGET,
});

function pieces(values: Values): Piece[] {
  const { diameter, width, bore, standoff, hole } = values;
  const pipe = bore - PLAY;
  const reach = standoff + width + BEYOND - PLATE;
  const [inner, outer, low] = [bore / 2, diameter / 2, drum(values) / 2];
  const spool: Point[] = [
    [inner, 0],
    [outer, 0],
    [outer, SIDE],
    [low, SIDE],
    [low, width - SIDE],
    [outer, width - SIDE],
    [outer, width],
    [inner, width],
  ];
  const empty = turnedVolume([
    [inner, 0],
    [inner, width],
  ]);
  const solid = turnedVolume([
    [outer, 0],
    [outer, SIDE],
    [low, SIDE],
    [low, width - SIDE],
    [outer, width - SIDE],
    [outer, width],
  ]);
  const filament = [filled(values), drum(values) + 1, width - 2 * SIDE - 1] as const;
  return [
    drilledPlate({
      id: 'plate',
      name: 'Plate of the spool',
      width: apart(values) + hole + 4 * WEB,
      height: Math.max(pipe, hole + 4 * WEB),
      thickness: PLATE,
      holes: [
        {
          diameter: hole,
          middles: [
            [-apart(values) / 2, 0],
            [apart(values) / 2, 0],
          ],
        },
      ],
      places: [towards('+z', [0, 0, 0])],
    }),
    {
      ...made({ id: 'axle', name: `Axle ${told(pipe)} mm`, material: 'petg', specification: 'printed' }, [
        'printer3d',
      ]),
      volume: Math.PI * (pipe / 2) ** 2 * reach,
      shape: cylinder(pipe, reach),
      holes: 0,
      places: [towards('+z', [0, 0, PLATE])],
    },
    {
      ...bought({
        id: 'spool',
        name: `Spool ${told(diameter)} mm`,
        material: 'petg',
        specification: 'comes with the filament',
      }),
      volume: solid - empty,
      shape: turnedShape(spool),
      holes: 1,
      places: [towards('+z', [0, 0, standoff])],
    },
    {
      ...bought({ id: 'filament', name: 'Filament', material: 'petg', specification: '1.75 mm' }),
      volume: ringArea(filament[0], filament[1]) * filament[2],
      shape: ring(...filament),
      holes: 1,
      places: [towards('+z', [0, 0, standoff + SIDE + 0.5])],
    },
  ];
}
