import { angle } from './angle.ts';
import { bearing } from './bearing.ts';
import { bearingPlate } from './bearingPlate.ts';
import { bolt } from './bolt.ts';
import { cebPressDrawer } from './cebPressDrawer.ts';
import { cebPressFrame } from './cebPressFrame.ts';
import { frameTube } from './frameTube.ts';
import { hydraulicCylinder } from './hydraulicCylinder.ts';
import { jointPlate } from './jointPlate.ts';
import type { Module } from './module.ts';
import { powerCube } from './powerCube.ts';
import { powerSupply } from './powerSupply.ts';
import { shaft } from './shaft.ts';
import { trackUnit } from './trackUnit.ts';
import { universalAxis } from './universalAxis.ts';
import { wheelUnit } from './wheelUnit.ts';

/** Every module of the construction set. */
export const modules: readonly Module[] = [
  frameTube,
  jointPlate,
  angle,
  shaft,
  bearing,
  bearingPlate,
  bolt,
  wheelUnit,
  trackUnit,
  powerCube,
  hydraulicCylinder,
  universalAxis,
  powerSupply,
  cebPressFrame,
  cebPressDrawer,
];

const byId = new Map(modules.map((module) => [module.id, module]));

/** The module of that id; undefined: there is none. */
export const moduleById = (id: string): Module | undefined => byId.get(id);
