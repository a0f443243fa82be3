import { microTracModel } from '../models/microTrac.ts';
import type { DesignPlan } from '../plan.ts';

export const microtractor: DesignPlan = {
  title: 'Microtractor',
  purpose: 'MicroTrac: the tractor’s modules on two wheels, to walk behind in gardens and narrow rows.',
  category: 'agriculture',
  licence: 'CERN-OHL-S-2.0',
  author: 'silke',
  home: 'scheune',
  daysAgo: 70,
  tags: ['MicroTrac', 'hydraulics', 'garden'],
  technology: 'OTRL-4',
  documentation: 'ODRL-2',
  story:
    'Half a tractor: two wheel units, one cube, eight tubes. It came about when the tractor stood in pieces and the garden did not wait.',
  safety: 'Let go and it stops: never tie the handle down. Closed shoes, no loose clothes.',
  parameters: { 'Frame length': '48 in', 'Frame width': '32 in', Mass: '410 kg' },
  lines: {
    hoses: {
      name: 'Hydraulic hose 1/2 in',
      quantity: 8,
      unit: 'm',
      price: 11,
      specification: 'SAE 100R2, 3500 psi',
    },
  },
  steps: {
    'cut-tubes': {
      title: 'Cut and drill eight tubes',
      text: 'With the tractor’s own jig.',
      parts: ['m-rail-left', 'm-cross-rear', 'm-post-right', 'm-valve-bar'],
      machines: ['saw', 'drillPress'],
      minutes: 180,
    },
    'bolt-frame': {
      title: 'Bolt the frame',
      text: 'As the tractor’s, with a joint plate at each crossing: finger tight, diagonals, torque.',
      parts: [
        'm-cross-rear-plate-left',
        'm-cross-rear-plate-left-bolt',
        'm-cross-rear-plate-left-cross-bolt',
        'm-cross-middle-plate-left-bolt',
        'm-cross-middle-plate-left-rail-bolt',
      ],
      tools: ['Torque wrench'],
      minutes: 90,
    },
    'set-units': {
      title: 'Set wheels and cube',
      text: 'The cube sits over the axle, so that the handle lies light in the hand.',
      parts: ['m-wheel-right', 'm-power'],
      tools: ['Hoist'],
      minutes: 120,
    },
    'weld-handle': {
      title: 'Make the handle',
      text: 'The lever must close the valve by its own spring.',
      parts: ['m-handle', 'm-valves', 'hoses'],
      machines: ['welder'],
      competences: ['Welding'],
      minutes: 200,
    },
  },
  interfaces: {
    'cube-in': {
      name: 'Hydraulics in',
      kind: 'hydraulicPort',
      side: 'needs',
      size: 12.7,
      flow: 37.9,
      pressure: 138,
    },
    'tool-grid': {
      name: 'Holes at the front',
      kind: 'holeGrid',
      side: 'offers',
      pitch: 101.6,
      hole: 25.4,
      rows: 1,
    },
  },
  prices: {
    'm-rail-left': 39,
    'm-cross-rear': 26,
    'm-cross-rear-plate-left': 9,
    'm-cross-rear-plate-left-cross-bolt': 2.4,
    'm-post-right': 16,
    'm-handle': 44,
    'm-valves': 180,
  },
  model: microTracModel(),
};
