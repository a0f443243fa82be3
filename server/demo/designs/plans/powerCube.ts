import { powerCubeModel } from '../models/powerCube.ts';
import type { DesignPlan } from '../plan.ts';

export const powerCube: DesignPlan = {
  title: 'Power Cube',
  purpose: 'An engine and a hydraulic pump in one frame: power for any machine with quick couplers.',
  category: 'energy',
  licence: 'CERN-OHL-S-2.0',
  author: 'gesa',
  home: 'scheune',
  daysAgo: 118,
  tags: ['hydraulics', 'module', 'engine'],
  technology: 'OTRL-5',
  documentation: 'ODRL-3',
  story: `One cube drives the tractor in the morning, the brick press at noon and the sawmill in the evening. Whatever it drives has two hoses with **1/2 in quick couplers**; nothing else connects them.

## Why a cube
A machine without an engine of its own is cheaper to build, easier to repair and never stands still with a broken motor. Two cubes side by side give twice the flow.

## What we learnt
- The first frame was welded around the engine, and the engine did not come out again. The top is bolted now.
- Oil gets hot when a valve is left half open. The cooler is not an option.`,
  safety:
    'Oil under 2,500 psi goes through skin: never feel for a leak with your hand. Stop the engine and work the valve to let the pressure go before you uncouple a hose. Exhaust is poisonous indoors.',
  parameters: {
    Flow: '15 gal/min',
    Pressure: '2500 psi',
    'Engine power': '28 hp',
    'Engine speed': '3600 1/min',
  },
  lines: {
    coupling: { name: 'Jaw coupling, 1 in to 5/8 in', quantity: 1, mass: 1.1, price: 34 },
    filter: { name: 'Return filter, 10 µm', quantity: 1, mass: 1.3, price: 38 },
    hoses: {
      name: 'Hydraulic hose 1/2 in',
      quantity: 4.5,
      unit: 'm',
      price: 11,
      specification: 'SAE 100R2, 3500 psi',
    },
    'hydraulic-oil': { name: 'Hydraulic oil, HLP 46', quantity: 9, unit: 'gal', price: 14 },
    bolts: { name: 'Bolt 1/2 in × 2 in, grade 5, with nut', quantity: 16, mass: 0.11, price: 0.9 },
    battery: { name: 'Battery 12 V, 45 Ah', quantity: 1, source: 'recover', mass: 12, price: 70 },
  },
  steps: {
    'cut-frame': {
      title: 'Saw the angles',
      text: 'Saw twelve angles to length, square. Mark each with its name: *long*, *wide* and *post* look alike once they lie in a heap.',
      parts: ['m-cube-post', 'm-cube-long-rail', 'm-cube-short-rail', 'm-cube-mount-rail'],
      tools: ['Tape measure', 'Square', 'Paint marker'],
      machines: ['saw'],
      minutes: 50,
    },
    'weld-frame': {
      title: 'Weld the frame',
      text: 'Tack the two rectangles on a flat table, then the posts. Measure both diagonals: **no more than 2 mm apart** before you weld through.',
      parts: ['m-cube-hanger'],
      tools: ['Clamps', 'Square'],
      machines: ['welder'],
      competences: ['Welding'],
      minutes: 150,
    },
    'cut-plate': {
      title: 'Cut and drill the engine plate',
      text: 'Cut the plate on the torch table and drill the pattern of your own engine, not the drawing’s: makers differ.',
      parts: ['m-cube-floor'],
      machines: ['torchTable', 'drillPress'],
      competences: ['Torch table'],
      minutes: 60,
    },
    'set-engine': {
      title: 'Set engine and pump',
      text: 'Bolt the engine down. Bring the pump to the coupling and turn it by hand: it must not bind anywhere. The gap between the jaws is 1/16 in.',
      parts: ['m-cube-engine', 'm-cube-pump', 'm-cube-pump-mount', 'coupling', 'bolts'],
      tools: ['Socket set', 'Feeler gauge'],
      minutes: 90,
    },
    'make-tank': {
      title: 'Make the tank and try it',
      text: 'Weld the tank, fill it with water to the brim and wait an hour. Dry it fully.',
      parts: ['m-cube-oil-tank', 'm-cube-fuel-tank'],
      machines: ['welder'],
      competences: ['Welding'],
      minutes: 140,
    },
    plumb: {
      title: 'Plumb it',
      text: 'Tank → pump → **pressure coupler**; **return coupler** → filter → cooler → tank. The suction hose is short and wide and never pinched.',
      parts: ['hoses', 'm-cube-coupler-panel', 'm-cube-coupler', 'filter', 'm-cube-cooler'],
      tools: ['Spanners', 'Thread tape'],
      competences: ['Hydraulic presses'],
      minutes: 100,
    },
    'first-start': {
      title: 'Fill and start',
      text: 'Fill the oil. Crank with the spark off until oil comes back into the tank; only then let it run, idling, for ten minutes. Look for leaks with a piece of cardboard.',
      parts: ['hydraulic-oil', 'battery'],
      tools: ['Pressure gauge', 'Cardboard'],
      minutes: 45,
    },
  },
  interfaces: {
    'port-out': {
      name: 'Pressure out',
      kind: 'hydraulicPort',
      side: 'offers',
      size: 12.7,
      flow: 56.8,
      pressure: 172,
    },
    'port-back': {
      name: 'Return',
      kind: 'hydraulicPort',
      side: 'offers',
      size: 12.7,
      flow: null,
      pressure: null,
    },
    'cube-face': {
      name: 'Bottom of the frame',
      kind: 'mountFace',
      side: 'offers',
      width: 736.6,
      height: 685.8,
    },
  },
  prices: {
    'm-cube-engine': 1450,
    'm-cube-pump': 189,
    'm-cube-oil-tank': 48,
    'm-cube-cooler': 95,
    'm-cube-coupler': 27,
    'm-cube-post': 6,
    'm-cube-long-rail': 6.2,
    'm-cube-floor': 44,
  },
  model: powerCubeModel(),
};
