import { angle } from './angle.ts';
import { axisFoot } from './axisFoot.ts';
import { bearing } from './bearing.ts';
import { bearingPlate } from './bearingPlate.ts';
import { bolt } from './bolt.ts';
import { bracket } from './bracket.ts';
import { cebPressDrawer } from './cebPressDrawer.ts';
import { cebPressFrame } from './cebPressFrame.ts';
import { filamentSpool } from './filamentSpool.ts';
import { flatPlate } from './flatPlate.ts';
import { frameTube } from './frameTube.ts';
import { handlebar } from './handlebar.ts';
import { hydraulicCylinder } from './hydraulicCylinder.ts';
import { jointPlate } from './jointPlate.ts';
import { loaderBucket } from './loaderBucket.ts';
import type { Module } from './module.ts';
import { pivotDisc } from './pivotDisc.ts';
import { powerCube } from './powerCube.ts';
import { powerSupply } from './powerSupply.ts';
import { quickAttach } from './quickAttach.ts';
import { seat } from './seat.ts';
import { shaft } from './shaft.ts';
import { tillerHood } from './tillerHood.ts';
import { tineRotor } from './tineRotor.ts';
import { toolHead } from './toolHead.ts';
import { trackUnit } from './trackUnit.ts';
import { universalAxis } from './universalAxis.ts';
import { valveBank } from './valveBank.ts';
import { waterTray } from './waterTray.ts';
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
  axisFoot,
  bracket,
  filamentSpool,
  flatPlate,
  handlebar,
  loaderBucket,
  pivotDisc,
  quickAttach,
  seat,
  tillerHood,
  tineRotor,
  toolHead,
  valveBank,
  waterTray,
];

const byId = new Map(modules.map((module) => [module.id, module]));

/** The module of that id; undefined: there is none. */
export const moduleById = (id: string): Module | undefined => byId.get(id);
