import { printer3dModel } from '../models/printer3d.ts';
import type { DesignPlan } from '../plan.ts';

export const printer3d: DesignPlan = {
  title: '3D Printer',
  purpose: 'Builds plastic parts layer by layer, its own among them.',
  category: 'industry',
  licence: 'GPL-3.0-or-later',
  author: 'yuki',
  home: 'kaiwerk',
  daysAgo: 84,
  tags: ['CNC', 'printer', 'self-making'],
  technology: 'OTRL-6',
  documentation: 'ODRL-3',
  story:
    'Five Universal Axes, a frame of tubes, a hot end. The first one printed the parts of the second in four days.',
  safety: 'The hot end has 250 °C, the bed 100 °C. Do not leave the first layer alone.',
  parameters: { 'Frame size': '16 in', Voltage: '12 V' },
  lines: {
    board: {
      name: 'Controller board, 32 bit',
      quantity: 1,
      tracked: true,
      mass: 0.1,
      price: 38,
      alternatives: [{ name: 'Circuit milled here', note: 'See CNC Circuit Mill.' }],
    },
    wires: { name: 'Wire 1.5 mm²', quantity: 12, unit: 'm', price: 0.6 },
    bolts: { name: 'Bolt M6 × 20 with nut', quantity: 48, mass: 0.008, price: 0.12 },
  },
  steps: {
    'make-axes': {
      title: 'Make five axes',
      text: 'See Universal Axis. Two lift the bed, two carry the fifth across, and that one the head.',
      parts: ['m-along-left', 'm-across', 'm-height-left'],
      minutes: 300,
    },
    'bolt-frame': {
      title: 'Bolt the frame',
      text: 'A cube of twelve equal tubes, each lapped over the next. Measure the four diagonals of each pair of faces.',
      parts: ['m-bottom-left', 'm-along-left-foot', 'bolts'],
      machines: ['saw', 'drillPress'],
      tools: ['Spanner 10 mm', 'Square'],
      minutes: 160,
    },
    'wire-up': {
      title: 'Wire it',
      text: 'Mains last, and not alone: somebody who knows looks over it.',
      parts: ['board', 'm-supply', 'wires', 'm-hot-end', 'm-heated-bed', 'm-spool'],
      machines: ['electronics'],
      minutes: 180,
    },
    'first-print': {
      title: 'First print',
      text: 'A cube of 20 mm. Measure it in all three directions.',
      minutes: 60,
    },
  },
  interfaces: { mains: { name: 'Mains', kind: 'electric', side: 'needs', volts: 230, amps: 2 } },
  prices: { 'm-bottom-left': 2.1, 'm-hot-end': 32, 'm-heated-bed': 24, 'm-supply': 25, 'm-spool': 18 },
  model: printer3dModel(),
};
