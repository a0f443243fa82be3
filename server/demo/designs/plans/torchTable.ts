import { torchTableModel } from '../models/torchTable.ts';
import type { DesignPlan } from '../plan.ts';

export const torchTable: DesignPlan = {
  title: 'CNC Torch Table',
  purpose: 'Cuts steel plate from a drawing with a plasma or gas torch, up to 4 × 8 ft.',
  category: 'industry',
  licence: 'CERN-OHL-S-2.0',
  author: 'bruno',
  home: 'scheune',
  daysAgo: 90,
  tags: ['CNC', 'steel'],
  technology: 'OTRL-5',
  documentation: 'ODRL-3',
  story:
    'It cut the plates of nearly everything else here. The bed is a tray of water: less smoke, and the plate stays flat.',
  safety:
    'Ultraviolet light, sparks, fumes: shield, gloves, extraction on. Nothing that burns within 5 m. Never alone.',
  parameters: { 'Table width': '44 in', 'Table length': '100 in', 'Table height': '32 in', Speed: '8 m/min' },
  lines: {
    height: { name: 'Torch height control', quantity: 1, tracked: true, mass: 0.8, price: 145 },
    board: { name: 'Controller board, 32 bit', quantity: 1, tracked: true, mass: 0.1, price: 38 },
  },
  steps: {
    'weld-bed': {
      title: 'Bolt the bed',
      text: 'Twelve tubes, each lapped over the next and bolted through one hole. Weld the tray tight; level the bed before it goes on.',
      parts: ['m-bottom-left', 'm-post-back-left', 'm-cross-bottom-back', 'm-water-tray'],
      machines: ['saw', 'welder'],
      competences: ['Welding'],
      minutes: 600,
    },
    'make-gantry': {
      title: 'Make the gantry',
      text: 'Light: what it weighs shows in every corner that it cuts.',
      parts: ['m-along-right', 'm-across', 'm-upright-right', 'm-beam'],
      machines: ['saw', 'drillPress'],
      minutes: 300,
    },
    'set-torch': {
      title: 'Set torch and height control',
      text: 'Ground clamp on the bed. Keep the signal wires away from the torch’s.',
      parts: ['m-tool', 'height', 'board'],
      machines: ['electronics'],
      minutes: 200,
    },
    'first-cut': {
      title: 'First cut',
      text: 'A square of 100 mm, measured, turned, cut again.',
      minutes: 60,
    },
  },
  interfaces: { mains: { name: 'Mains', kind: 'electric', side: 'needs', volts: 230, amps: 32 } },
  prices: {
    'm-bottom-left': 22,
    'm-post-back-left': 7,
    'm-cross-bottom-back': 10,
    'm-water-tray': 130,
    'm-tool': 390,
    'm-supply-12': 25,
    'm-supply-24': 40,
  },
  model: torchTableModel(),
};
