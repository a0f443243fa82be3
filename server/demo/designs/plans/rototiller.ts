import { soilPulverizerModel } from '../models/soilPulverizer.ts';
import type { DesignPlan } from '../plan.ts';

export const rototiller: DesignPlan = {
  title: 'Rototiller',
  purpose: 'Soil pulverizer: loosens and sifts soil for sowing, and for pressing blocks.',
  category: 'agriculture',
  licence: 'CC-BY-SA-4.0',
  author: 'aino',
  home: 'scheune',
  daysAgo: 64,
  tags: ['hydraulics', 'soil', 'CEB'],
  technology: 'OTRL-4',
  documentation: 'ODRL-2',
  story:
    'A driven drum under a hood, with a grate behind it. Soil that has gone through it once presses into blocks that do not crumble.',
  safety:
    'The drum takes stones and throws them. Nobody in front of it within 10 m. Motor off and hoses uncoupled before hands go in.',
  parameters: { Width: '45 in' },
  lines: {
    bolts: { name: 'Bolt 1/2 in × 2 in, grade 5, with nut', quantity: 12, mass: 0.11, price: 0.9 },
    hoses: {
      name: 'Hydraulic hose 1/2 in',
      quantity: 3,
      unit: 'm',
      price: 11,
      specification: 'SAE 100R2, 3500 psi',
    },
  },
  steps: {
    'cut-teeth': {
      title: 'Cut teeth and plates',
      text: 'All from one 1/4 in sheet; the nest is in the files of the torch table.',
      parts: ['m-hood', 'm-beam-back', 'm-hitch-1', 'm-attach', 'm-hitch-bolt-1', 'm-hitch-bolt-1-2'],
      machines: ['torchTable'],
      competences: ['Torch table'],
      minutes: 180,
    },
    'weld-drum': {
      title: 'Weld the drum',
      text: 'Teeth in a spiral, so that one bites at a time.',
      parts: ['m-rotor'],
      machines: ['welder'],
      competences: ['Welding'],
      minutes: 240,
    },
    'set-drive': {
      title: 'Set the drive',
      text: 'Unit on one side, bearing on the other. Turn it by hand, full circle.',
      parts: ['m-drive', 'm-bearing', 'bolts', 'hoses'],
      minutes: 80,
    },
  },
  interfaces: {
    'quick-plate': { name: 'Quick attach plate', kind: 'mountFace', side: 'needs', width: 1143, height: 457 },
    'port-in': {
      name: 'Hydraulics in',
      kind: 'hydraulicPort',
      side: 'needs',
      size: 12.7,
      flow: 37.9,
      pressure: 138,
    },
  },
  prices: {
    'm-beam-back': 49,
    'm-hitch-1': 16,
    'm-attach': 120,
    'm-hood': 240,
    'm-rotor': 130,
    'm-bearing': 19,
  },
  model: soilPulverizerModel(),
};
