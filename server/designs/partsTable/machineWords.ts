import type { MachineKind } from '../../../shared/machines/words.ts';
import { folded } from '../../imports/readTable.ts';

const MACHINES: readonly [pattern: RegExp, kind: MachineKind][] = [
  [/laser/, 'laser'],
  [/torch|plasma/, 'torchTable'],
  [/drill|taladro/, 'drillPress'],
  [/lathe|torno/, 'lathe'],
  [/router/, 'cncRouter'],
  [/mill|fresa/, 'mill'],
  [/3d|print|impresora/, 'printer3d'],
  [/weld|sold/, 'welder'],
  [/saw|sierra/, 'saw'],
  [/press|prensa/, 'press'],
  [/forge|forja/, 'forge'],
  [/kiln|horno/, 'kiln'],
  [/sew|coser/, 'sewingMachine'],
];

/** The kind of machine that a word names. */
export const machineFrom = (word: string): MachineKind | null =>
  MACHINES.find(([pattern]) => pattern.test(folded(word)))?.[1] ?? null;
