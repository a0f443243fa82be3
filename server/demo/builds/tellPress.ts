import { tellBuild } from './buildTeller.ts';
import { materials as of } from './materials.ts';
import type { ShelfTeller } from './shelfTeller.ts';
import type { Telling } from './telling.ts';
import type { ThingTeller } from './thingTeller.ts';

/** The press of the Scheune, out of new, recovered and home-made parts; and its first repair. */
export function tellPress(telling: Telling, things: ThingTeller, shelf: ShelfTeller): void {
  const press = tellBuild(telling, 'press', 'gesa', [-82, 18], {
    workshop: 'scheune',
    name: 'CEB press for the barn',
    of: ['cebPress', 1],
    things: ['scheune/cebPress'],
    note: 'Blocks for the bread oven and the west wall. Everything that the loader still gives goes in.',
  });
  things.receive(
    'valve',
    { workshop: 'scheune', when: [-75, 12], by: 'gesa' },
    {
      name: 'Solenoid valve, two spools',
      how: 'bought',
      massKilograms: 4.9,
      price: 176,
    },
  );
  press.join('bruno', [-82, 19]);
  press.join('aino', [-81, 10]);
  press.choose('gesa', [-81, 11], 'm-main-cylinder', { how: 'item', itemId: telling.thingOf('cylinder') });
  press.use('bruno', [-71, 9], 'torchTable', 3.5, 'cut-plates');
  shelf.take('scheune', [-71, 13], 'bruno', { material: of.plate, amount: 168, step: 'cut-plates' }, 'press');
  press.photograph('bruno', [-71, 13.5], 'cebPress', {
    shown: 2,
    step: 'cut-plates',
    note: 'Side plates: a fresh tip for the slot.',
  });
  press.use('bruno', [-67, 9], 'torchTable', 3, 'cut-plates');
  press.bought(
    'bruno',
    [-67, 13],
    [
      'm-frame-side-wall',
      'm-frame-liner',
      'm-frame-end-wall',
      'm-frame-table',
      'm-frame-press-foot',
      'm-frame-hopper-side',
      'm-frame-hopper-end',
      'm-frame-main-beam',
      'm-frame-main-lug',
      'm-frame-foot-lug',
      'm-frame-drawer-lug',
      'm-drawer',
    ],
  );
  press.done('bruno', [-67, 14], 'cut-plates');
  const tube = (hour: number, line: string, count: number, length: number) =>
    shelf.take(
      'scheune',
      [-65, hour],
      'aino',
      { material: of.heavyTube, pieces: [[count, length]], line, step: 'bolt-frame' },
      'press',
    );
  tube(10, 'm-frame-leg', 4, 1130);
  tube(10.2, 'm-frame-rail', 4, 523.8);
  tube(10.4, 'm-frame-cross-rail', 4, 385.6);
  tube(10.6, 'm-frame-arm', 2, 560);
  tube(10.8, 'm-frame-arm-beam', 1, 538);
  press.use('aino', [-65, 11], 'bandSaw', 1.5, 'bolt-frame');
  shelf.take(
    'scheune',
    [-65, 14],
    'aino',
    { material: of.frameBolts, amount: 16, line: 'frame-bolts', step: 'bolt-frame' },
    'press',
  );
  shelf.take(
    'scheune',
    [-65, 14.2],
    'aino',
    { material: of.flatBar, pieces: [[9, 1000]], line: 'm-frame-grate-bar', step: 'bolt-frame' },
    'press',
  );
  press.use('marek', [-64, 9], 'welder', 3, 'bolt-frame');
  press.measure('aino', [-64, 15], 'Slot, out of parallel', 0.3, 'mm', [null, 0.4], 'bolt-frame');
  press.photograph('aino', [-64, 16], 'cebPress', { shown: 5, step: 'bolt-frame' });
  press.done('aino', [-64, 17], 'bolt-frame');
  press.fit('bruno', [-62, 10], 'tiltCylinder', {
    line: 'm-drawer-cylinder',
    step: 'set-cylinders',
    instead: 'An inch and a half more stroke than drawn: a stop on the rail takes it.',
  });
  press.fit('bruno', [-62, 11], 'cylinder', {
    line: 'm-main-cylinder',
    step: 'set-cylinders',
    instead: 'The loader’s own: bushings from 1 3/4 in down to 1 1/2 in.',
  });
  press.photograph('bruno', [-62, 12], 'cebPress', {
    shown: 6,
    step: 'set-cylinders',
    note: 'Third machine for this cylinder. New seals.',
  });
  press.done('bruno', [-62, 14], 'fit-drawer', 'set-cylinders');
  press.fit('gesa', [-60, 10], 'valve', { line: 'm-frame-valve', step: 'plumb' });
  press.fit('gesa', [-60, 11], 'cube2', { line: 'm-power', step: 'plumb' });
  shelf.take(
    'scheune',
    [-60, 12],
    'gesa',
    { material: of.hose, amount: 7, line: 'hoses', step: 'plumb' },
    'press',
  );
  press.photograph('gesa', [-60, 16], 'cebPress', { shown: 8, step: 'plumb', voice: true });
  press.done('gesa', [-60, 17], 'plumb');
  press.test('gesa', [-58, 11], 'First ten blocks', 'failed', 'Too wet: they stick to the foot.');
  press.deviate(
    'gesa',
    [-57, 12],
    'The hopper stands a hand higher than drawn, so that a wheelbarrow goes under it.',
    { step: 'bolt-frame' },
  );
  press.test('gesa', [-55, 11], 'Fifty blocks, edges whole', 'passed', 'Eight a minute with dry loam.');
  press.photograph('aino', [-55, 12], 'cebPress', {
    step: 'first-block',
    note: 'Fifty blocks before lunch.',
  });
  press.done('gesa', [-55, 13], 'first-block');
  press.complete('gesa', [-55, 14], { 'scheune/cebPress': 'CEB press' });
  things.intoService('cebPress', 'scheune', [-54, 18]);

  const repair = tellBuild(telling, 'hose', 'aino', [-10, 10], {
    workshop: 'scheune',
    kind: 'repair',
    name: 'A new hose for the press',
    subject: 'scheune/cebPress',
  });
  shelf.take('scheune', [-10, 11], 'aino', { material: of.hose, amount: 1.2 }, 'hose');
  repair.photograph('aino', [-10, 15], 'hose', { note: 'Chafed through at the leg. It runs inside now.' });
  repair.complete('aino', [-10, 16]);
}
