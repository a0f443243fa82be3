import { tellBuild } from './buildTeller.ts';
import { materials as of } from './materials.ts';
import type { ShelfTeller } from './shelfTeller.ts';
import type { Telling } from './telling.ts';
import type { ThingTeller } from './thingTeller.ts';

/** Builds of which little is written down, those that are open, and a mended printer. */
export function tellOthers(telling: Telling, things: ThingTeller, shelf: ShelfTeller): void {
  const cube = tellBuild(telling, 'cube3', 'eusebio', [-58, 10], {
    workshop: 'jacaranda',
    name: 'Power Cube del taller',
    of: ['powerCube', 2],
    things: ['cube3'],
  });
  shelf.take(
    'jacaranda',
    [-57, 10],
    'eusebio',
    {
      material: of.angle,
      pieces: [
        [4, 609.6],
        [4, 635],
      ],
      step: 'cut-frame',
    },
    'cube3',
  );
  cube.photograph('eusebio', [-52, 12], 'powerCube');
  cube.complete('eusebio', [-52, 13], { cube3: 'Power Cube' });

  const quiet = tellBuild(telling, 'quietCube', 'alastair', [-60, 16], {
    workshop: 'derwent',
    name: 'Quiet Power Cube',
    of: ['quietCube', 1],
    things: ['quietCube'],
  });
  quiet.photograph('alastair', [-49, 17], 'powerCube', { note: 'Runs. The neighbours have not noticed.' });
  quiet.complete('alastair', [-49, 18], { quietCube: 'Power Cube, quiet' });

  const mixer = tellBuild(telling, 'mixer', 'ruta', [-38, 10], {
    workshop: 'scheune',
    name: 'Cement mixer',
    of: ['cementMixer', 1],
    things: ['mixer'],
  });
  mixer.use('bruno', [-36, 9], 'torchTable', 1.5);
  mixer.photograph('ruta', [-33, 16], 'mixer');
  mixer.complete('ruta', [-33, 17], { mixer: 'Cement mixer' });

  const tiller = tellBuild(telling, 'tiller', 'emeka', [-48, 10], {
    workshop: 'scheune',
    name: 'Rototiller for the vegetable field',
    of: ['rototiller', 1],
    things: ['tiller'],
  });
  tiller.use('bruno', [-46, 10], 'torchTable', 2);
  tiller.fit('emeka', [-42, 11], 'shaft');
  tiller.photograph('emeka', [-41, 15], 'tiller');
  tiller.complete('emeka', [-41, 16], { tiller: 'Rototiller' });

  things.receive(
    'belt',
    { workshop: 'kaiwerk', when: [-20, 12], by: 'yuki' },
    { name: 'Timing belt GT2, 1 m', how: 'bought', massKilograms: 0.02, price: 6 },
  );
  const repair = tellBuild(telling, 'heron', 'yuki', [-5, 17], {
    workshop: 'kaiwerk',
    kind: 'repair',
    name: 'Heron: layers shift',
    subject: 'kaiwerk/heron',
  });
  repair.fit('yuki', [-5, 17.5], 'belt', { into: 'kaiwerk/heron' });
  repair.photograph('yuki', [-5, 18], 'printer', { note: 'The belt of the second axis had stretched.' });
  repair.complete('yuki', [-5, 18.5]);

  tellPrinter(telling, things, shelf);
  tellPrensa(telling);
}

/** Open: what is missing tells others where a hand or a part is wanted. */
function tellPrinter(telling: Telling, things: ThingTeller, shelf: ShelfTeller): void {
  const printer = tellBuild(telling, 'printer', 'mara', [-19, 17], {
    workshop: 'kaiwerk',
    name: 'A printer for the school',
    of: ['printer3d', 2],
    things: ['schoolPrinter'],
    note: 'For the school round the corner. Whoever joins learns it all on the way.',
  });
  printer.join('yuki', [-18, 18]);
  printer.join('nadia', [-17, 18]);
  const motor = (word: string, hour: number) =>
    things.receive(
      word,
      { workshop: 'kaiwerk', when: [-16, hour], by: 'yuki' },
      {
        name: 'Stepper motor NEMA 17',
        specification: 'NEMA 17, 40 mm long',
        how: 'found',
        massKilograms: 0.23,
        grade: 'good',
        note: 'Out of a scanner.',
      },
    );
  motor('motorA', 15);
  motor('motorB', 15.1);
  shelf.take(
    'kaiwerk',
    [-15, 17],
    'mara',
    { material: of.printerTube, pieces: [[12, 406.4]], line: 'm-bottom-left', step: 'bolt-frame' },
    'printer',
  );
  printer.use('mara', [-13, 17], 'egret', 4, 'make-axes');
  shelf.take(
    'kaiwerk',
    [-13, 18],
    'mara',
    { material: of.filament, amount: 0.6, step: 'make-axes' },
    'printer',
  );
  printer.photograph('mara', [-12, 19], 'printedParts', {
    step: 'make-axes',
    note: 'Sides and carriages of two axes. The third is on the plate.',
  });
  printer.bought('yuki', [-11, 18], ['m-heated-bed', 'wires']);
  printer.fit('yuki', [-10, 18], 'motorA', { line: 'm-along-left-m-axis-motor', step: 'make-axes' });
  printer.fit('yuki', [-10, 18.2], 'motorB', { line: 'm-across-m-axis-motor', step: 'make-axes' });
  printer.photograph('mara', [-7, 18], 'printer', {
    shown: 4,
    step: 'bolt-frame',
    note: 'Three posts. I need somebody who holds the fourth.',
    voice: true,
  });
  shelf.reserve(
    'kaiwerk',
    [-7, 19],
    'mara',
    { material: of.printerBolts, amount: 48, line: 'bolts' },
    'printer',
  );
  printer.deviate(
    'mara',
    [-6, 18],
    'PETG instead of aluminium for the brackets of the bed: the router was taken.',
    { line: 'm-bed-bracket-left', step: 'bolt-frame' },
  );
  printer.photograph('nadia', [-3, 18], 'printer', { shown: 6, step: 'bolt-frame' });
}

function tellPrensa(telling: Telling): void {
  const prensa = tellBuild(telling, 'prensa', 'eusebio', [-24, 10], {
    workshop: 'jacaranda',
    name: 'Prensa de bloques',
    of: ['prensa', 1],
    things: ['prensa'],
    note: 'Nos faltan el cilindro principal y manos que suelden.',
  });
  prensa.join('fidel', [-23, 11]);
  prensa.choose('eusebio', [-23, 12], 'm-power', { how: 'item', itemId: telling.thingOf('cube3') });
  prensa.atHand('eusebio', [-20, 11], ['sieve', 'm-frame-hopper-side', 'm-frame-hopper-end']);
  prensa.photograph('eusebio', [-20, 12], 'cebPress', { shown: 2, note: 'Las dos primeras patas.' });
  prensa.photograph('fidel', [-13, 12], 'cebPress', { shown: 4, step: 'bolt-frame' });
}
