import { cebPressModel } from '../models/cebPress.ts';
import type { DesignPlan } from '../plan.ts';

export const cebPress: DesignPlan = {
  title: 'CEB Press',
  purpose: 'Presses building blocks out of the earth on the site, six to ten a minute.',
  category: 'habitat',
  licence: 'CERN-OHL-S-2.0',
  author: 'gesa',
  home: 'scheune',
  daysAgo: 104,
  tags: ['hydraulics', 'blocks', 'earth'],
  technology: 'OTRL-6',
  documentation: 'ODRL-3*',
  story: `Earth from the site, a shovel of lime, and the pressure of one Power Cube: a block every eight seconds, **12 × 6 inches**, as high as the drawer lets it.

## The earth decides
Roll a sausage of damp earth as thick as a thumb and push it over the table’s edge. Does it break before it hangs down 5 cm, there is too little clay; after 12 cm, too much.

## Who built it
Six so far, two of them by people who had never welded.`,
  safety:
    'The drawer shears whatever is in it. Both hands on the levers, nobody else near. The press is locked out before anyone reaches in.',
  parameters: {
    'Block length': '12 in',
    'Block width': '6 in',
    'Block height': '4 in',
    'Flow needed': '14 gal/min',
    'Pressure needed': '2200 psi',
    Force: '43000 lb',
  },
  lines: {
    'frame-bolts': {
      name: 'Bolt 3/4 in × 10 in with nut',
      quantity: 16,
      mass: 0.68,
      price: 4.1,
      specification: 'grade 5, zinc plated',
    },
    hoses: {
      name: 'Hydraulic hose 1/2 in',
      quantity: 7,
      unit: 'm',
      price: 11,
      specification: 'SAE 100R2, 3500 psi',
    },
  },
  steps: {
    'cut-plates': {
      title: 'Cut the plates',
      text: 'Side plates, drawer, wear plates and hopper from three sheets. The slot of the drawer wants a fresh tip.',
      parts: ['m-frame-side-wall', 'm-frame-liner', 'm-frame-hopper-side', 'm-drawer-side'],
      machines: ['torchTable'],
      competences: ['Torch table'],
      minutes: 240,
    },
    'bolt-frame': {
      title: 'Bolt the frame',
      text: 'Bars between plates; the slot must be parallel within 1/64 in, or the drawer jams when it is warm.',
      parts: ['m-frame-leg', 'm-frame-rail', 'm-frame-cross-rail', 'frame-bolts'],
      machines: ['drillPress'],
      tools: ['Torque wrench', 'Feeler gauge'],
      minutes: 200,
    },
    'fit-drawer': {
      title: 'Fit drawer and foot',
      text: 'Mill the foot until it falls through the drawer by its own weight and no light shows on two sides.',
      parts: ['m-drawer', 'm-frame-press-foot'],
      machines: ['mill'],
      competences: ['Metal lathe'],
      minutes: 300,
    },
    'set-cylinders': {
      title: 'Set the cylinders',
      text: 'Main cylinder below, pin greased. Drawer cylinder behind.',
      parts: ['m-main-cylinder', 'm-drawer-cylinder'],
      tools: ['Hoist'],
      minutes: 120,
    },
    plumb: {
      title: 'Plumb it and try it empty',
      text: 'Press, eject, drawer back: fifty times without earth.',
      parts: ['m-frame-valve', 'm-power', 'hoses'],
      competences: ['Hydraulic presses'],
      minutes: 150,
    },
    'first-block': {
      title: 'Press the first block',
      text: 'Sieve the earth. The first ten blocks tell whether it is too wet: they stick.',
      minutes: 60,
    },
  },
  interfaces: {
    'port-in': {
      name: 'Hydraulics in',
      kind: 'hydraulicPort',
      side: 'needs',
      size: 12.7,
      flow: 53,
      pressure: 152,
    },
    'quick-plate': { name: 'Quick attach plate', kind: 'mountFace', side: 'needs', width: 1143, height: 457 },
  },
  prices: {
    'm-frame-valve': 180,
    'm-main-cylinder': 420,
    'm-drawer-cylinder': 150,
    'm-drawer': 84,
    'm-frame-side-wall': 96,
    'm-frame-leg': 14,
    'm-frame-hopper-side': 13,
    'm-frame-press-foot': 60,
  },
  model: cebPressModel(),
};
