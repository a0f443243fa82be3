import type { Piece } from '../module.ts';
import {
  circle,
  circleArea,
  cutBy,
  cylinder,
  eyeArea,
  eyeOutline,
  joined,
  placed,
  prism,
  raised,
  ring,
  ringArea,
  type Shape,
  towards,
} from '../solids/shapes.ts';
import { bought, made, told } from './pieces.ts';

interface Cylinder {
  bore: number;
  rod: number;
  stroke: number;
  extension: number;
  wall: number;
  pin: number;
  port: number;
}

/** How far one solid reaches into the other where two are joined. */
const SUNK = 2;

/** What follows from the measures of a cylinder; heights are above the pin of its base. */
export function cylinderSizes({ bore, rod, stroke, extension, wall, pin, port }: Cylinder) {
  const [piston, gland, glandFlange, cap] = [0.4 * bore, 0.35 * bore, 0.12 * bore, 0.25 * bore];
  const reach = 1.4 * pin;
  const barrelFrom = reach + cap;
  const barrel = stroke + piston + gland;
  const boss = { width: 2 * port, height: 1.4 * port };
  const plate = { width: Math.max(1.1 * rod, 2.6 * pin), height: 0.4 * pin };
  /** From the piston to the plate that carries the eye. */
  const rodLength = stroke + gland + glandFlange + 0.15 * bore;
  const rodFrom = barrelFrom + extension + piston;
  return {
    ...{ piston, gland, glandFlange, cap, reach, barrelFrom, barrel, boss, plate, rodLength, rodFrom },
    outer: bore + 2 * wall,
    eye: { diameter: 2 * pin, thickness: 1.5 * pin },
    pinLength: 3.2 * pin,
    /** The weld's gap: corners of the barrel as it is drawn stand out less than that. */
    portFrom: (bore / 2 + wall) * 1.001,
    rodPin: rodFrom + rodLength + plate.height + reach,
    basePort: barrelFrom + boss.width / 2 + 2,
    rodPort: barrelFrom + barrel - gland - boss.width / 2 - 2,
  };
}

export function cylinderPieces(values: Cylinder): Piece[] {
  const { bore, pin, port } = values;
  const sizes = cylinderSizes(values);
  const { outer, barrel, barrelFrom, piston, boss } = sizes;
  return [
    base(values),
    {
      ...made(
        { id: 'barrel', name: `Barrel ${told(bore)} mm`, material: 'steel', specification: 'honed tube' },
        ['saw', 'lathe'],
        { stock: `honed tube ${told(outer)} × ${told(bore)} mm`, length: barrel },
      ),
      volume: ringArea(outer, bore) * barrel,
      shape: ring(outer, bore, barrel),
      holes: 1,
      places: [towards('+z', [0, 0, barrelFrom])],
    },
    gland(values),
    {
      ...made(
        { id: 'piston', name: `Piston ${told(bore)} mm`, material: 'steel', specification: 'with seals' },
        ['lathe'],
      ),
      volume: circleArea(bore) * piston,
      shape: cylinder(bore, piston),
      holes: 0,
      places: [towards('+z', [0, 0, barrelFrom + values.extension])],
    },
    rod(values),
    {
      ...made(
        { id: 'pin', name: `Pin ${told(pin)} mm`, material: 'steel', specification: 'round bar, 1045' },
        ['saw', 'lathe'],
        { stock: `round bar ${told(pin)} mm`, length: sizes.pinLength },
      ),
      volume: circleArea(pin) * sizes.pinLength,
      shape: cylinder(pin, sizes.pinLength),
      holes: 0,
      places: [0, sizes.rodPin].map((z) => towards('+y', [0, -sizes.pinLength / 2, z])),
    },
    {
      ...bought({
        id: 'port',
        name: `Port ${told(port)} mm`,
        material: 'steel',
        specification: 'weld-on port boss',
      }),
      volume: ringArea(boss.width, port) * boss.height,
      shape: ring(boss.width, port, boss.height),
      holes: 1,
      places: [sizes.basePort, sizes.rodPort].map((z) => towards('+x', [sizes.portFrom, 0, z])),
    },
  ];
}

/** An eye for the pin, about the origin, its flat edge up; it reaches a bit into what it stands under. */
function eyeShape({ pin }: Cylinder, eye: { diameter: number; thickness: number }, reach: number): Shape {
  return placed(
    prism(eyeOutline(eye.diameter, reach + SUNK), eye.thickness, [circle(pin)]),
    towards('-y', [0, eye.thickness / 2, 0]),
  );
}

const eyeVolume = (
  { pin }: Cylinder,
  { diameter, thickness }: { diameter: number; thickness: number },
  reach: number,
): number => (eyeArea(diameter, reach) - circleArea(pin)) * thickness;

function base(values: Cylinder): Piece {
  const { outer, cap, reach, eye } = cylinderSizes(values);
  return {
    ...made({ id: 'base', name: `Base ${told(outer)} mm`, material: 'steel', specification: 'A36, welded' }, [
      'torchTable',
      'lathe',
      'welder',
    ]),
    volume: circleArea(outer) * cap + eyeVolume(values, eye, reach),
    shape: joined(raised(cylinder(outer, cap), reach), eyeShape(values, eye, reach)),
    holes: 1,
    places: [towards('+z', [0, 0, 0])],
  };
}

function gland(values: Cylinder): Piece {
  const { bore, rod: inner } = values;
  const { outer, barrelFrom, barrel, gland: deep, glandFlange } = cylinderSizes(values);
  const whole = joined(cylinder(bore, deep + SUNK), raised(cylinder(outer, glandFlange), deep));
  return {
    ...made(
      { id: 'gland', name: `Gland ${told(bore)} mm`, material: 'castIron', specification: 'with seals' },
      ['lathe'],
    ),
    volume: ringArea(bore, inner) * deep + ringArea(outer, inner) * glandFlange,
    shape: cutBy(whole, raised(cylinder(inner, deep + glandFlange + 2), -1)),
    holes: 1,
    places: [towards('+z', [0, 0, barrelFrom + barrel - deep])],
  };
}

function rod(values: Cylinder): Piece {
  const { rod: diameter } = values;
  const { rodFrom, rodLength, plate, reach, eye } = cylinderSizes(values);
  const eyeAt = rodLength + plate.height + reach;
  return {
    ...made(
      { id: 'rod', name: `Rod ${told(diameter)} mm`, material: 'steel', specification: 'chromed bar, 1045' },
      ['saw', 'lathe', 'welder'],
      { stock: `chromed bar ${told(diameter)} mm`, length: rodLength },
    ),
    tracked: true,
    volume:
      circleArea(diameter) * rodLength +
      circleArea(plate.width) * plate.height +
      eyeVolume(values, eye, reach),
    shape: joined(
      cylinder(diameter, rodLength + SUNK),
      raised(cylinder(plate.width, plate.height), rodLength),
      placed(eyeShape(values, eye, reach), { origin: [0, 0, eyeAt], x: [1, 0, 0], z: [0, 0, -1] }),
    ),
    holes: 1,
    places: [towards('+z', [0, 0, rodFrom])],
  };
}
