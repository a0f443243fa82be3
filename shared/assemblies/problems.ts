import type { Mismatch } from '../modules/mating.ts';
import type { CountUnit } from '../modules/parameters.ts';

/** An interface that a problem is about. */
export interface Place {
  /** Id and name of the instance. */
  instance: string;
  name: string;
  interface: string;
}

/** What is carried through hoses, cables and shafts. Litres a minute, bar, watts. */
export type Carried = 'flow' | 'pressure' | 'power';

/**
 * What stands against an assembly, with the numbers: the pages put it into a sentence. Ids are those of the content;
 * within a sub-assembly `outer/inner`. Millimetres, cubic millimetres, degrees.
 */
export type AssemblyProblem =
  | { kind: 'unknownModule'; instance: string; name: string; module: string }
  | { kind: 'unknownDesign'; instance: string; name: string; designId: string; revision: number }
  /** A design that stands in itself, by the titles on the way. */
  | { kind: 'standsInItself'; instance: string; name: string; way: readonly string[] }
  /** With it more would stand here, through all levels, than one assembly may hold. */
  | { kind: 'tooMany'; instance: string; name: string; most: number }
  | { kind: 'unknownParameter'; instance: string; name: string; parameter: string }
  /** What a formula cannot be read by: `length - ` ends too early; it names what is not there; it is no number. */
  | {
      kind: 'formula';
      instance: string | null;
      name: string;
      parameter: string;
      written: string;
      why: FormulaFault;
    }
  /** Parameters that refer to each other in a circle. */
  | { kind: 'circularParameters'; way: readonly string[] }
  | {
      kind: 'outOfLimits';
      instance: string;
      name: string;
      parameter: string;
      value: number | string;
      least: number | null;
      most: number | null;
      options: readonly string[];
      /** What the numbers are of. */
      unit: 'mm' | CountUnit;
    }
  /** Values of a module that contradict each other; its own English sentence. */
  | { kind: 'contradictory'; instance: string; name: string; sentence: string }
  | { kind: 'unknownInterface'; mate: string; place: Place }
  | { kind: 'itself'; mate: string; place: Place }
  /** Something else already sits there: its name. */
  | { kind: 'taken'; mate: string; place: Place; by: string }
  | { kind: 'mismatch'; mate: string; one: Place; other: Place; mismatches: readonly Mismatch[] }
  /** The grid has no hole there, or the turn is none of its steps. */
  | { kind: 'offGrid'; mate: string; one: Place; other: Place; offset: number; pitch: number }
  | { kind: 'turn'; mate: string; one: Place; other: Place; turn: number; step: number }
  /** A loop of mates that does not close: by how far, and by what angle. */
  | { kind: 'openLoop'; mate: string; one: Place; other: Place; apart: number; degrees: number }
  /** What has to be connected for it to work, and is not. */
  | { kind: 'unmated'; place: Place; what: 'hydraulicPort' | 'electric' | 'shaft' }
  | {
      kind: 'shortage';
      carried: Carried;
      offered: number;
      needed: number;
      suppliers: readonly Place[];
      users: readonly Place[];
    };

export type FormulaFault =
  | { is: 'unreadable'; at: number }
  | { is: 'unknownName'; named: string }
  | { is: 'notANumber' }
  | { is: 'tooLong' }
  /** More is written in formulas, through all levels, than one assembly may ask to be reckoned. */
  | { is: 'tooMuch' };

/** Two instances that run into each other. */
export interface Interference {
  one: string;
  oneName: string;
  other: string;
  otherName: string;
  /** Cubic millimetres that both take. */
  volume: number;
  /** The middle of what both take. */
  middle: readonly [number, number, number];
}
