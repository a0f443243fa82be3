import { circuitMillModel } from '../models/circuitMill.ts';
import type { DesignPlan } from '../plan.ts';

export const circuitMill: DesignPlan = {
  title: 'CNC Circuit Mill',
  purpose: 'Mills and drills circuit boards from copper-clad sheet, up to 4 × 6 in.',
  category: 'electronics',
  licence: 'CERN-OHL-S-2.0',
  author: 'nadia',
  home: 'kaiwerk',
  daysAgo: 60,
  tags: ['CNC', 'circuits'],
  technology: 'OTRL-4',
  documentation: 'ODRL-2',
  story: 'Three Universal Axes and a spindle. It made the board of the printer that made its carriage.',
  safety: 'Dust of glass fibre: suction on and mask on. Eyes covered: small bits fly.',
  parameters: { Length: '14 in', Width: '14 in', 'Spindle speed': '20000 1/min', Voltage: '12 V' },
  lines: {
    board: { name: 'Controller board, 32 bit', quantity: 1, tracked: true, mass: 0.1, price: 38 },
    bolts: { name: 'Bolt M6 × 20 with nut', quantity: 16, mass: 0.008, price: 0.12 },
  },
  steps: {
    'cut-base': {
      title: 'Saw and drill the frame',
      text: 'Six tubes and a bar. The table is milled on the finished machine.',
      parts: ['m-rail-left', 'm-post-right', 'm-top-bar', 'm-table'],
      machines: ['saw', 'drillPress'],
      minutes: 30,
    },
    'set-axes': {
      title: 'Set the axes',
      text: 'Square to each other within 0.1 mm over their length.',
      parts: ['m-table-axis', 'm-across', 'm-lift', 'bolts'],
      tools: ['Square', 'Dial gauge'],
      minutes: 90,
    },
    'wire-up': {
      title: 'Wire it',
      text: 'The stop switch cuts the spindle too.',
      parts: ['board', 'm-supply-12', 'm-supply-24', 'm-tool'],
      machines: ['electronics'],
      minutes: 120,
    },
  },
  interfaces: { mains: { name: 'Mains', kind: 'electric', side: 'needs', volts: 230, amps: 3 } },
  prices: { 'm-rail-left': 1.9, 'm-table': 14, 'm-tool': 64, 'm-supply-12': 25, 'm-supply-24': 25 },
  model: circuitMillModel(),
};
