import { tellBuild } from './buildTeller.ts';
import { materials as of } from './materials.ts';
import type { ShelfTeller } from './shelfTeller.ts';
import type { Telling } from './telling.ts';
import type { ThingTeller } from './thingTeller.ts';

/** Kaiwerk makes a circuit mill, and with it a torch table, which goes to the Scheune. */
export function tellTorchTable(telling: Telling, things: ThingTeller, shelf: ShelfTeller): void {
  const mill = tellBuild(telling, 'mill', 'idris', [-145, 17], {
    workshop: 'kaiwerk',
    name: 'Circuit mill',
    things: ['kaiwerk/circuitMill'],
    note: 'The second frame, after the one that bent. Drawings follow when it cuts straight.',
  });
  mill.join('yuki', [-144, 17]);
  mill.use('levent', [-144, 18], 'lathe', 2.5);
  mill.photograph('idris', [-144, 21], 'circuitMill', { shown: 4, note: 'Both posts stand square.' });
  mill.photograph('idris', [-142, 20], 'circuitMill');
  mill.complete('idris', [-141, 19], { 'kaiwerk/circuitMill': 'Circuit mill' });
  things.intoService('circuitMill', 'kaiwerk', [-140, 18]);

  const doing = (day: number, hour: number, by = 'levent') =>
    ({ workshop: 'kaiwerk', when: [day, hour], by }) as const;
  things.receive('torch', doing(-87, 15), {
    name: 'Plasma torch, machine type, 45 A',
    how: 'bought',
    massKilograms: 0.41,
    price: 360,
  });
  things.receive('height', doing(-87, 15.2), {
    name: 'Torch height control',
    how: 'bought',
    massKilograms: 0.8,
    price: 135,
  });
  things.receive('supply24', doing(-87, 15.4), {
    name: 'Power supply 24 V, 350 W',
    how: 'found',
    massKilograms: 3.96,
    note: 'Out of a printing works that closed.',
  });

  const table = tellBuild(telling, 'torchTable', 'levent', [-89, 18], {
    workshop: 'kaiwerk',
    name: 'Torch table for the Scheune',
    of: ['torchTable', 1],
    things: ['scheune/torchTable'],
    note: 'They have the plates to cut, we have the lathe and the circuit mill.',
  });
  table.join('tomas', [-89, 19]);
  table.join('bruno', [-88, 10]);
  shelf.take(
    'kaiwerk',
    [-88, 12],
    'levent',
    { material: of.bedTube, pieces: [[4, 2540]], line: 'm-bottom-left', step: 'weld-bed' },
    'torchTable',
  );
  shelf.take(
    'kaiwerk',
    [-88, 12.5],
    'levent',
    { material: of.bedTube, pieces: [[4, 812.8]], line: 'm-post-back-left', step: 'weld-bed' },
    'torchTable',
  );
  shelf.take(
    'kaiwerk',
    [-88, 13],
    'levent',
    { material: of.bedTube, pieces: [[4, 1117.6]], line: 'm-cross-bottom-back', step: 'weld-bed' },
    'torchTable',
  );
  table.photograph('tomas', [-88, 20], 'torchTable', {
    shown: 5,
    step: 'weld-bed',
    note: 'Bed bolted. Diagonals 1 mm apart.',
  });
  table.atHand('levent', [-87, 17], ['m-water-tray']);
  table.done('levent', [-87, 18], 'weld-bed');
  shelf.take(
    'kaiwerk',
    [-86, 12],
    'levent',
    { material: of.bedTube, pieces: [[2, 609.6]], line: 'm-upright-right', step: 'make-gantry' },
    'torchTable',
  );
  shelf.take(
    'kaiwerk',
    [-86, 12.5],
    'levent',
    { material: of.bedTube, pieces: [[1, 1676.4]], line: 'm-beam', step: 'make-gantry' },
    'torchTable',
  );
  table.use('levent', [-86, 14], 'lathe', 3, 'make-gantry');
  table.bought('levent', [-85, 12], ['m-along-right', 'm-across', 'm-lift', 'm-supply-12', 'm-rider-right']);
  table.photograph('levent', [-85, 19], 'torchTable', { shown: 9, step: 'make-gantry' });
  table.done('levent', [-85, 20], 'make-gantry');
  shelf.take(
    'kaiwerk',
    [-84, 12],
    'idris',
    { material: of.copperBoard, amount: 2, step: 'set-torch' },
    'torchTable',
  );
  table.use('idris', [-84, 14], 'circuitMill', 2, 'set-torch');
  // The board is made here, in a build of its own.
  const board = tellBuild(telling, 'board', 'idris', [-84, 11], {
    workshop: 'kaiwerk',
    kind: 'spare',
    name: 'Controller board, milled',
    things: ['board'],
    for: { build: 'torchTable', line: 'board' },
  });
  board.use('idris', [-83, 11], 'circuitMill', 2.5);
  board.photograph('idris', [-83, 18], 'circuitMill', {
    note: 'Second try: the first one had a bridge under the driver.',
  });
  board.complete('idris', [-83, 19], { board: 'Controller board, 32 bit' });
  table.fit('idris', [-82, 11], 'board', { line: 'board', step: 'set-torch' });
  table.fit('levent', [-82, 11.5], 'torch', { line: 'm-tool-tool', step: 'set-torch' });
  table.fit('levent', [-82, 12], 'height', { line: 'height', step: 'set-torch' });
  table.fit('levent', [-82, 12.5], 'supply24', { line: 'm-supply-24-supply', step: 'set-torch' });
  table.done('idris', [-82, 18], 'set-torch');
  table.measure('levent', [-81, 16], 'Square of 100 mm, first cut', 100.3, 'mm', [99.5, 100.5], 'first-cut');
  table.test('levent', [-81, 17], 'Cuts 6 mm plate', 'passed');
  table.photograph('tomas', [-81, 18], 'torchTable', { step: 'first-cut', voice: true });
  table.done('levent', [-81, 18.2], 'first-cut');
  table.complete('levent', [-81, 19], { 'scheune/torchTable': 'Torch table' });
  // What is given to a workshop is there from then on.
  things.give('scheune/torchTable', doing(-80, 12), 'scheune');
  things.intoService('torchTable', 'scheune', [-79, 15]);
}
