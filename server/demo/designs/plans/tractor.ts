import { lifeTracModel } from '../models/lifeTrac.ts';
import type { DesignPlan } from '../plan.ts';

export const tractor: DesignPlan = {
  title: 'Tractor',
  purpose:
    'LifeTrac: a tractor of bolted tubes that pulls, lifts and drives implements, and is taken apart with one spanner.',
  category: 'agriculture',
  licence: 'CERN-OHL-S-2.0',
  author: 'marek',
  home: 'scheune',
  daysAgo: 96,
  tags: ['LifeTrac', 'hydraulics', 'bolted'],
  technology: 'OTRL-5',
  documentation: 'ODRL-3',
  story: `Thirteen tubes of **4 × 4 in**, bolted, never welded: what was a tractor in spring is a sawmill’s bed in autumn. Power comes from one Power Cube at the back, drive from four Wheel Units.

## How it drives
Skid steer: each wheel has a valve, and two levers go together in one hand. It turns on the spot and tears up a lawn in doing so.

## What we would change
The loader arms are straight: they look over the bucket, and reach less far than bent ones would.`,
  safety:
    'It crushes. Nobody stands between the wheels and the loader while the cube runs. Wear the belt and stay off steep slopes: the frame is no roll bar. Never park on a slope with the loader up.',
  parameters: {
    'Frame length': '72 in',
    'Frame width': '32 in',
    'Arm slope': '32 °',
    'Ground clearance': '150 mm',
    'Wheel diameter': '500 mm',
    Mass: '900 kg',
  },
  lines: {
    hoses: {
      name: 'Hydraulic hose 1/2 in',
      quantity: 22,
      unit: 'm',
      price: 11,
      specification: 'SAE 100R2, 3500 psi',
    },
  },
  steps: {
    'cut-tubes': {
      title: 'Cut and drill the tubes',
      text: 'Saw thirteen tubes. Drill the 1 in grid through both walls with the jig, never by eye: the bolts go through two tubes.',
      parts: [
        'm-rail-left',
        'm-cross-rear',
        'm-front-post-right',
        'm-rear-tie',
        'm-front-tie',
        'm-arm-right',
      ],
      machines: ['saw', 'drillPress'],
      tools: ['Drill jig', 'Cutting oil'],
      minutes: 600,
    },
    'cut-joints': {
      title: 'Cut joint plates, deck and pivots',
      text: 'Joint plates of 1/2 in, the deck, pivot discs and spacers. Knock the slag off while they are warm.',
      parts: ['m-cross-rear-plate-left', 'm-deck', 'm-lift-spacer-right', 'm-lift-spacer-left'],
      machines: ['torchTable'],
      competences: ['Torch table'],
      minutes: 120,
    },
    'bolt-frame': {
      title: 'Bolt the frame',
      text: 'Lay the bottom out on level ground. A plate goes between the tubes at each crossing: one bolt through all, one through rail and plate, one through plate and cross. All bolts finger tight, then measure the diagonals, then torque to 250 ft·lb.',
      parts: [
        'm-cross-rear-plate-left-bolt',
        'm-cross-rear-plate-left-cross-bolt',
        'm-cross-rear-plate-right-bolt',
        'm-cross-rear-plate-right-rail-bolt',
        'm-cross-middle-plate-left-bolt',
        'm-cross-middle-plate-left-rail-bolt',
        'm-cross-front-plate-left-bolt',
        'm-post-right-bolt',
        'm-front-post-right-bolt',
        'm-deck',
      ],
      tools: ['Torque wrench', 'Two jacks'],
      minutes: 300,
    },
    'set-wheels': {
      title: 'Set the wheel units',
      text: 'One at each corner, shaft outwards. Tyres on, jacks away.',
      parts: ['m-wheel-rear-right', 'm-cross-rear-plate-left-rail-bolt'],
      tools: ['Torque wrench'],
      minutes: 160,
    },
    'set-power': {
      title: 'Set the Power Cube',
      text: 'Its left rail lies on the tractor’s holes; the right one is drilled through from above. Leave room to reach the filter.',
      parts: ['m-power'],
      tools: ['Hoist'],
      minutes: 40,
    },
    'weld-bucket': {
      title: 'Weld the bucket and hang the loader',
      text: 'Weld the bucket inside and out. Pins greased.',
      parts: ['m-bucket', 'm-lift-right', 'm-pivot-right', 'm-pivot-left'],
      machines: ['welder'],
      competences: ['Welding'],
      minutes: 420,
    },
    plumb: {
      title: 'Plumb the valves',
      text: 'Label both ends of each hose before it goes in. Each wheel has a lever of its own, the loader one for both cylinders.',
      parts: ['m-valves', 'hoses'],
      competences: ['Hydraulic presses'],
      minutes: 260,
    },
    'try-out': {
      title: 'Try it out',
      text: 'In the yard, idling, with somebody at the stop. Forward, back, turn, lift, lower. Then tighten every bolt again.',
      parts: ['m-seat'],
      minutes: 90,
    },
  },
  interfaces: {
    'quick-plate': {
      name: 'Quick attach plate',
      kind: 'mountFace',
      side: 'offers',
      width: 1143,
      height: 457,
    },
    'tube-grid': {
      name: 'Holes of the tubes',
      kind: 'holeGrid',
      side: 'offers',
      pitch: 101.6,
      hole: 25.4,
      rows: 1,
    },
    'cube-in': {
      name: 'Hydraulics in',
      kind: 'hydraulicPort',
      side: 'needs',
      size: 12.7,
      flow: 56.8,
      pressure: 172,
    },
  },
  prices: {
    'm-rail-left': 59,
    'm-cross-rear': 26,
    'm-cross-rear-plate-left': 9,
    'm-cross-rear-plate-left-bolt': 4.1,
    'm-cross-rear-plate-left-cross-bolt': 2.4,
    'm-cross-front-plate-left-bolt': 4.1,
    'm-post-right-bolt': 3.9,
    'm-front-post-right': 20,
    'm-rear-tie': 33,
    'm-front-tie': 20,
    'm-arm-right': 49,
    'm-deck': 58,
    'm-seat': 60,
    'm-bucket': 150,
    'm-lift-right': 160,
    'm-valves': 310,
  },
  model: lifeTracModel(),
};
