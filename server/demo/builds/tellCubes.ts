import { tellBuild } from './buildTeller.ts';
import { materials as of } from './materials.ts';
import type { ShelfTeller } from './shelfTeller.ts';
import type { Telling } from './telling.ts';
import type { ThingTeller } from './thingTeller.ts';

/** Power Cubes: one for the press, and what became of the first one’s hangers. */
export function tellCubes(telling: Telling, things: ThingTeller, shelf: ShelfTeller): void {
  const doing = (day: number, hour: number, by = 'gesa') =>
    ({ workshop: 'scheune', when: [day, hour], by }) as const;
  const engine = (word: string, day: number) =>
    things.receive(word, doing(day, 11), {
      name: 'Engine, 28 hp',
      specification: 'air-cooled V-twin petrol engine',
      how: 'bought',
      massKilograms: 46.7,
      price: 1390,
    });
  engine('engine1', -116);
  const first = tellBuild(telling, 'cube1', 'gesa', [-117, 10], {
    workshop: 'scheune',
    name: 'Power Cube, the first',
    of: ['powerCube', 1],
    things: ['cube1'],
  });
  first.fit('gesa', [-114, 10], 'engine1', { line: 'm-cube-engine', step: 'set-engine' });
  first.photograph('gesa', [-113, 17], 'powerCube');
  first.complete('gesa', [-112, 18], { cube1: 'Power Cube' });

  engine('engine2', -78);
  const second = tellBuild(telling, 'cube2', 'emeka', [-77, 9], {
    workshop: 'scheune',
    kind: 'spare',
    name: 'Power Cube for the press',
    of: ['powerCube', 2],
    things: ['cube2'],
    for: { build: 'press', line: 'm-power' },
  });
  second.join('gesa', [-77, 10]);
  shelf.take(
    'scheune',
    [-77, 11],
    'emeka',
    { material: of.angle, pieces: [[4, 609.6]], line: 'm-cube-post', step: 'cut-frame' },
    'cube2',
  );
  shelf.take(
    'scheune',
    [-77, 11.2],
    'emeka',
    { material: of.angle, pieces: [[4, 635]], line: 'm-cube-long-rail', step: 'cut-frame' },
    'cube2',
  );
  shelf.take(
    'scheune',
    [-77, 11.4],
    'emeka',
    { material: of.angle, pieces: [[2, 584.2]], line: 'm-cube-short-rail', step: 'cut-frame' },
    'cube2',
  );
  shelf.take(
    'scheune',
    [-77, 11.6],
    'emeka',
    { material: of.angle, pieces: [[2, 584.2]], line: 'm-cube-mount-rail', step: 'cut-frame' },
    'cube2',
  );
  second.use('emeka', [-77, 13], 'bandSaw', 1, 'cut-frame');
  second.done('emeka', [-77, 15], 'cut-frame');
  second.use('emeka', [-76, 9], 'welder', 2.5, 'weld-frame');
  second.photograph('emeka', [-76, 12], 'powerCube', {
    shown: 4,
    step: 'weld-frame',
    note: 'Diagonals 1.5 mm apart.',
  });
  second.done('emeka', [-76, 12.5], 'weld-frame');
  second.use('bruno', [-75, 10], 'torchTable', 1, 'cut-plate');
  second.done('emeka', [-75, 16], 'cut-plate');
  second.fit('emeka', [-74, 10], 'engine2', { line: 'm-cube-engine', step: 'set-engine' });
  shelf.take(
    'scheune',
    [-74, 11],
    'emeka',
    { material: of.cubeBolts, amount: 16, line: 'bolts', step: 'set-engine' },
    'cube2',
  );
  second.bought(
    'emeka',
    [-74, 12],
    ['m-cube-pump-mount', 'm-cube-cooler', 'coupling', 'filter', 'm-cube-fan-cover', 'm-cube-muffler'],
  );
  second.photograph('gesa', [-74, 17], 'powerCube', { shown: 7, step: 'set-engine' });
  second.done('emeka', [-74, 18], 'set-engine');
  second.atHand('emeka', [-73, 10], ['m-cube-oil-tank', 'm-cube-fuel-tank', 'battery']);
  shelf.take(
    'scheune',
    [-73, 11],
    'emeka',
    { material: of.couplers, amount: 2, line: 'm-cube-coupler', step: 'plumb' },
    'cube2',
  );
  shelf.take(
    'scheune',
    [-73, 11.2],
    'emeka',
    { material: of.hose, amount: 4.5, line: 'hoses', step: 'plumb' },
    'cube2',
  );
  shelf.take(
    'scheune',
    [-73, 11.4],
    'emeka',
    { material: of.oil, amount: 9, line: 'hydraulic-oil', step: 'first-start' },
    'cube2',
  );
  second.done('emeka', [-73, 15], 'make-tank', 'plumb');
  second.test('gesa', [-72, 11], '2,500 psi for ten minutes', 'passed');
  second.photograph('emeka', [-72, 12], 'powerCube', { step: 'first-start' });
  second.done('emeka', [-72, 12.2], 'first-start');
  second.complete('emeka', [-72, 13], { cube2: 'Power Cube' });

  const change = tellBuild(telling, 'cubeChange', 'gesa', [-21, 14], {
    workshop: 'scheune',
    kind: 'modify',
    name: 'Gussets for the first cube',
    of: ['powerCube', 3],
    subject: 'cube1',
  });
  change.use('marek', [-21, 15], 'welder', 1);
  change.photograph('gesa', [-20, 16], 'powerCube', { note: 'Four gussets, welded all round.' });
  change.complete('gesa', [-17, 17]);
  const hanger = { design: 'powerCube', name: 'hanger' };
  things.answer('cube2', doing(-18, 18), hanger, 'fixed');
  things.answer(
    'cube3',
    { workshop: 'jacaranda', when: [-15, 12], by: 'eusebio' },
    hanger,
    'exempted',
    'Its tank hangs from the roof rails: there is no hanger that could crack.',
  );
}
