import { tellBuild } from './buildTeller.ts';
import type { ShelfTeller } from './shelfTeller.ts';
import { tellCubes } from './tellCubes.ts';
import type { Telling } from './telling.ts';
import { tellPress } from './tellPress.ts';
import type { ThingTeller } from './thingTeller.ts';

const CYLINDER = {
  specification: 'double acting, bore 5 in, rod 2 1/2 in',
  material: 'steel',
  massKilograms: 46,
  sizes: [
    { name: 'bore', millimetres: 127 },
    { name: 'stroke', millimetres: 254 },
    { name: 'diameter', millimetres: 63.5 },
  ],
  interfaces: [
    {
      id: 'port',
      name: 'Ports',
      kind: 'hydraulicPort',
      side: 'needs',
      size: 12.7,
      flow: null,
      pressure: 172,
    },
    { id: 'pin-hole', name: 'Pin', kind: 'shaft', side: 'needs', diameter: 38.1, keyway: null },
  ],
} as const;
const copy = ({ sizes, interfaces, ...rest }: typeof CYLINDER) => ({
  ...rest,
  sizes: [...sizes],
  interfaces: [...interfaces],
});

/** The Scheune takes a loader apart; its cylinder drives a log splitter, and then the press. */
export function tellLoader(telling: Telling, things: ThingTeller, shelf: ShelfTeller): void {
  const doing = (day: number, hour: number, by = 'marek') =>
    ({ workshop: 'scheune', when: [day, hour], by }) as const;

  things.receive('loader', doing(-130, 11), {
    name: 'Wheel loader, 1987',
    how: 'given',
    massKilograms: 2350,
    material: 'steel',
    note: 'From the gravel pit. The engine is gone; the rest is not.',
  });
  const apart = tellBuild(telling, 'loaderApart', 'marek', [-112, 9], {
    workshop: 'scheune',
    kind: 'takeApart',
    name: 'Taking the wheel loader apart',
    subject: 'loader',
  });
  apart.join('bruno', [-112, 10]);
  apart.photograph('bruno', [-112, 11], 'loader', { note: 'Before. Two days with the chain hoist.' });
  const from = { thing: 'loader', build: 'loaderApart' };
  const recovered = { how: 'recovered', from, shelf: 'Salvage' } as const;
  things.receive('cylinder', doing(-111, 10), {
    name: 'Lift cylinder, left',
    ...copy(CYLINDER),
    ...recovered,
    grade: 'good',
  });
  things.receive('otherCylinder', doing(-111, 11), {
    name: 'Lift cylinder, right',
    ...copy(CYLINDER),
    ...recovered,
    grade: 'worn',
    note: 'The rod is scored; it holds, but it weeps.',
  });
  things.receive('tiltCylinder', doing(-111, 12), {
    name: 'Tilt cylinder',
    specification: 'double acting, bore 2 1/2 in, rod 1 1/4 in',
    material: 'steel',
    massKilograms: 14,
    sizes: [
      { name: 'bore', millimetres: 63.5 },
      { name: 'stroke', millimetres: 305 },
    ],
    interfaces: [{ id: 'pin-hole', name: 'Pin', kind: 'shaft', side: 'needs', diameter: 25.4, keyway: null }],
    ...recovered,
    grade: 'good',
  });
  things.receive('shaft', doing(-111, 14), {
    name: 'Drive shaft 1 1/4 in, 14 in long',
    material: 'steel 1045',
    massKilograms: 2.2,
    sizes: [
      { name: 'diameter', millimetres: 31.75 },
      { name: 'length', millimetres: 355.6 },
    ],
    interfaces: [
      { id: 'shaft-end', name: 'Shaft', kind: 'shaft', side: 'offers', diameter: 31.75, keyway: 6.35 },
    ],
    ...recovered,
    grade: 'asNew',
  });
  things.receive('shortShaft', doing(-111, 14.5), {
    name: 'Steering shaft 1 1/4 in, 9 in long',
    material: 'steel',
    massKilograms: 1.4,
    sizes: [
      { name: 'diameter', millimetres: 31.75 },
      { name: 'length', millimetres: 228.6 },
    ],
    interfaces: [
      { id: 'shaft-end', name: 'Shaft', kind: 'shaft', side: 'offers', diameter: 31.75, keyway: null },
    ],
    ...recovered,
    grade: 'worn',
  });
  things.receive('motor', doing(-110, 10), {
    name: 'Hydraulic wheel motor',
    specification: '24 in³ a turn',
    massKilograms: 19,
    sizes: [],
    interfaces: [
      { id: 'shaft-end', name: 'Shaft', kind: 'shaft', side: 'offers', diameter: 31.75, keyway: 7.9 },
      {
        id: 'port',
        name: 'Ports',
        kind: 'hydraulicPort',
        side: 'needs',
        size: 12.7,
        flow: 57,
        pressure: 138,
      },
    ],
    ...recovered,
    grade: 'good',
  });
  things.receive('pump', doing(-110, 11), {
    name: 'Gear pump, 16 cm³ a turn',
    massKilograms: 10,
    sizes: [],
    interfaces: [
      { id: 'shaft-end', name: 'Shaft', kind: 'shaft', side: 'needs', diameter: 15.875, keyway: null },
    ],
    ...recovered,
    grade: 'needsRepair',
  });
  things.scrap(
    'loader',
    doing(-109, 16),
    'loaderApart',
    1980,
    'Frame and shovel cut up; the dealer came with his lorry.',
  );
  apart.note('marek', [-109, 17], '1,980 kg of steel to the dealer, 152 kg of parts on the salvage shelf.');
  apart.complete('marek', [-109, 18]);

  const splitter = tellBuild(telling, 'splitter', 'marek', [-108, 10], {
    workshop: 'scheune',
    name: 'Log splitter',
    things: ['splitter'],
    note: 'A test rig for the cube, and firewood for the winter.',
  });
  splitter.use('marek', [-107, 9], 'welder', 3);
  splitter.fit('marek', [-106, 10], 'cylinder');
  splitter.photograph('marek', [-106, 16], 'logSplitter');
  splitter.complete('marek', [-105, 17], { splitter: 'Log splitter' });

  tellCubes(telling, things, shelf);
  tellPress(telling, things, shelf);

  const smaller = tellBuild(telling, 'splitterChange', 'marek', [-66, 15], {
    workshop: 'scheune',
    kind: 'modify',
    name: 'The splitter gets the other cylinder',
    subject: 'splitter',
    note: 'The good one goes into the press.',
  });
  smaller.takeOut('marek', [-66, 16], 'cylinder', 'good', 'Salvage');
  smaller.fit('marek', [-66, 18], 'otherCylinder', { into: 'splitter' });
  smaller.photograph('marek', [-66, 18.5], 'cylinder');
  smaller.complete('marek', [-66, 19]);
  things.lend('splitter', doing(-5, 17, 'aino'), 'silke', 12);
  things.give('motor', doing(-44, 12), 'jacaranda');
  things.move('motor', doing(-44, 12.5), 'jacaranda', 'Under the stairs');
}
