import { universalAxisModel } from '../models/universalAxis.ts';
import type { DesignPlan } from '../plan.ts';

export const universalAxis: DesignPlan = {
  title: 'Universal Axis',
  purpose: 'One straight motion on two rods, driven by a belt: the axis of printer, mill and torch table.',
  category: 'parts',
  licence: 'CERN-OHL-S-2.0',
  author: 'levent',
  home: 'kaiwerk',
  daysAgo: 110,
  tags: ['module', 'motion', 'CNC'],
  technology: 'OTRL-5',
  documentation: 'ODRL-3',
  story:
    'Two rods, a carriage, a belt, a motor. **Everything printed fits on one bed**, so a printer makes the axes of the next one.',
  safety: 'A running belt pinches. Cut the power before you reach in.',
  parameters: {
    'Rod diameter': '8 mm',
    'Belt pitch': '2 mm',
    Travel: '200 mm',
    Position: '50 %',
    Wider: '0 mm',
  },
  lines: {
    'nuts-m3': { name: 'Nut M3', quantity: 14, mass: 0.0004, price: 0.02, specification: 'ISO 4032' },
  },
  steps: {
    'print-parts': {
      title: 'Print the three parts',
      text: 'Flat side down, four walls, no supports.',
      parts: ['m-axis-carriage', 'm-axis-lid', 'm-axis-motor-side', 'm-axis-idler-side', 'm-axis-belt-peg'],
      machines: ['printer3d'],
      minutes: 340,
    },
    'cut-rods': {
      title: 'Cut the rods',
      text: 'Saw, then break the edge, or the bearing loses its balls.',
      parts: ['m-axis-rod'],
      machines: ['saw'],
      tools: ['File'],
      minutes: 15,
    },
    assemble: {
      title: 'Put it together',
      text: 'Bearings into the carriage, rods through, sides on. It slides by its own weight when you tilt it.',
      parts: ['m-axis-linear-bearing', 'm-axis-idler', 'm-axis-idler-bolt', 'm-axis-lid-screw', 'nuts-m3'],
      tools: ['Hex key 2.5 mm'],
      minutes: 25,
    },
    'set-belt': {
      title: 'Motor and belt',
      text: 'The belt sounds like a low guitar string.',
      parts: ['m-axis-motor', 'm-axis-motor-screw', 'm-axis-belt', 'm-axis-pulley'],
      tools: ['Hex key 2.5 mm'],
      minutes: 15,
    },
  },
  interfaces: {
    'rod-ends': { name: 'Rods', kind: 'rodPair', side: 'offers', diameter: 8, spacing: 45 },
    'motor-power': { name: 'Motor', kind: 'electric', side: 'needs', volts: 12, amps: 1.5 },
  },
  prices: {
    'm-axis-motor': 11,
    'm-axis-rod': 3.2,
    'm-axis-linear-bearing': 0.8,
    'm-axis-belt': 1.1,
    'm-axis-pulley': 1.2,
    'm-axis-idler': 1,
  },
  model: universalAxisModel(),
};
