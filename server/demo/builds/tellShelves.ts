import { materials as of } from './materials.ts';
import type { ShelfTeller } from './shelfTeller.ts';

/** What lies on the shelves before anybody builds, and what is used besides. */
export function tellShelves(shelf: ShelfTeller): void {
  const steel = { supplier: 'Stahl Lüneburg' };
  const keepAtScheune = (hour: number, kept: Parameters<ShelfTeller['keep']>[3]) =>
    shelf.keep('scheune', [-132, hour], 'marek', { ...steel, ...kept });
  keepAtScheune(9, {
    material: of.heavyTube,
    shelf: 'Rack A, low',
    pieces: [4, 6000],
    price: 0.031,
    lowBelow: 6000,
  });
  keepAtScheune(9.1, {
    material: of.angle,
    shelf: 'Rack A, high',
    pieces: [6, 6000],
    price: 0.012,
    lowBelow: 6000,
  });
  keepAtScheune(9.2, { material: of.flatBar, shelf: 'Rack A, high', pieces: [3, 6000], price: 0.004 });
  keepAtScheune(9.3, {
    material: of.plate,
    shelf: 'Plate stand',
    amount: 420,
    price: 1.6,
    source: 'recovered',
    supplier: '',
    lowBelow: 60,
  });
  keepAtScheune(9.4, {
    material: of.hose,
    shelf: 'Hydraulics 1',
    amount: 40,
    price: 9.8,
    supplier: 'Hydraulik Nord',
    lowBelow: 10,
  });
  keepAtScheune(9.5, {
    material: of.oil,
    shelf: 'Oil cupboard',
    amount: 55,
    price: 12.5,
    supplier: 'Hydraulik Nord',
    lowBelow: 10,
  });
  keepAtScheune(9.6, { material: of.frameBolts, shelf: 'Bolts 4', amount: 40, price: 3.9, lowBelow: 16 });
  keepAtScheune(9.7, { material: of.cubeBolts, shelf: 'Bolts 2', amount: 100, price: 0.8, lowBelow: 20 });
  keepAtScheune(9.8, {
    material: of.couplers,
    shelf: 'Hydraulics 2',
    amount: 12,
    price: 24,
    supplier: 'Hydraulik Nord',
    lowBelow: 4,
  });
  keepAtScheune(9.9, { material: of.weldingWire, shelf: 'Welding bay', amount: 30, price: 4.4, lowBelow: 5 });

  shelf.keep('kaiwerk', [-148, 11], 'idris', {
    material: of.copperBoard,
    shelf: 'Electronics 3',
    amount: 24,
    price: 2.1,
    lowBelow: 6,
  });
  shelf.keep('kaiwerk', [-147, 11], 'wiebke', {
    material: of.filament,
    shelf: 'Dry box',
    amount: 9,
    price: 19,
    lowBelow: 2,
  });
  shelf.keep('kaiwerk', [-146, 11], 'wiebke', {
    material: of.bedTube,
    shelf: 'Rack',
    pieces: [7, 6000],
    price: 0.009,
  });
  shelf.keep('kaiwerk', [-40, 11], 'levent', {
    material: of.printerTube,
    shelf: 'Rack',
    pieces: [2, 6000],
    price: 0.003,
    lowBelow: 2000,
  });
  shelf.keep('kaiwerk', [-40, 11.2], 'levent', {
    material: of.printerBolts,
    shelf: 'Drawer 12',
    amount: 200,
    price: 0.09,
    lowBelow: 50,
  });
  shelf.keep('kaiwerk', [-39, 11], 'levent', {
    material: of.plywood,
    shelf: 'Wood shop',
    amount: 14.4,
    price: 31,
    lowBelow: 4,
  });
  shelf.take('kaiwerk', [-25, 16], 'paulo', { material: of.plywood, amount: 3.2 });
  shelf.take('kaiwerk', [-12, 15], 'nadia', { material: of.filament, amount: 0.8 });
  shelf.count('kaiwerk', [-6, 19], 'yuki', of.filament, 1.6);

  shelf.keep('jacaranda', [-110, 10], 'citlali', {
    material: of.clay,
    shelf: 'Courtyard',
    amount: 480,
    price: 0.3,
    lowBelow: 100,
  });
  shelf.keep('jacaranda', [-62, 10], 'eusebio', {
    material: of.angle,
    shelf: 'Under the stairs',
    pieces: [3, 6100],
    price: 0.011,
    source: 'given',
  });
  shelf.take('jacaranda', [-9, 12], 'noemi', { material: of.clay, amount: 85 });
  shelf.keep('derwent', [-100, 16], 'tegan', {
    material: of.huonPine,
    shelf: 'Loft',
    amount: 38,
    source: 'recovered',
  });
  shelf.keep('derwent', [-99, 16], 'tegan', {
    material: of.epoxy,
    shelf: 'Paint locker',
    amount: 6,
    price: 22,
    lowBelow: 2,
  });
  shelf.take('derwent', [-11, 16], 'jock', { material: of.huonPine, amount: 7.5 });
  shelf.take('derwent', [-10, 16], 'jock', { material: of.epoxy, amount: 4.5 });
  shelf.send('scheune', [-45, 17], 'aino', of.hose, 6, 'jacaranda');
  shelf.count('scheune', [-8, 18], 'aino', of.weldingWire, 4.2);
}
