import type { ToolPlan } from '../plan.ts';

const single = (...names: string[]) => names.map((name) => ({ name, quantity: 1, tool: null }));

/** What Kaiwerk lends by the day. */
export const kaiwerkTools: readonly ToolPlan[] = [
  { key: 'hammerDrill', name: 'Hammer drill', maker: 'Fein', model: 'ABOP 13', area: 'Shelf A1' },
  { key: 'circularSaw', name: 'Circular saw', maker: 'Mafell', model: 'K 55', area: 'Shelf A1' },
  { key: 'jigsaw', name: 'Jigsaw', maker: 'Mafell', model: 'P1', area: 'Shelf A2' },
  { key: 'orbitalSander', name: 'Orbital sander', maker: 'Mirka', model: 'Deros', area: 'Shelf A2' },
  { key: 'laserLevel', name: 'Cross-line laser', maker: 'Stabila', model: 'LAX 300', area: 'Shelf A3' },
  { key: 'nailer', name: 'Brad nailer', maker: null, model: '18 gauge, battery', area: 'Shelf A3' },
  { key: 'planer', name: 'Electric planer', maker: null, model: '82 mm', area: 'Shelf A3' },
  { key: 'heatGun', name: 'Heat gun', maker: 'Steinel', model: 'HG 2320', area: 'Shelf B1' },
  { key: 'multimeter', name: 'Bench multimeter', maker: null, model: '6½ digits', area: 'Shelf B1' },
  { key: 'torqueWrench', name: 'Torque wrench', maker: null, model: '10–60 N m', area: 'Shelf B2' },
  {
    key: 'thermalCamera',
    name: 'Thermal camera',
    maker: 'Built here',
    model: 'on a small computer, 160 × 120',
    area: 'Cabinet',
    origin: 'built',
  },
  {
    key: 'moistureMeter',
    name: 'Wood moisture meter',
    maker: null,
    model: null,
    area: 'Cabinet',
    lentBy: 'mara',
  },
  {
    key: 'socketSet',
    name: 'Socket set',
    maker: 'Stahlwille',
    model: '½ inch',
    area: 'Shelf B2',
    contents: single('Ratchet', 'Extension 125 mm', '10 mm socket', '13 mm socket', '17 mm socket', 'Case'),
  },
  {
    key: 'bicycleKit',
    name: 'Bicycle repair kit',
    maker: null,
    model: null,
    area: 'Shelf B3',
    contents: [
      ...single('Chain tool', 'Cassette remover', 'Bottom bracket tool', 'Spoke key'),
      { name: 'Tyre lever', quantity: 3, tool: null },
      { name: 'Torque wrench', quantity: 1, tool: 'torqueWrench' },
    ],
  },
];
