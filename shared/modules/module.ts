import type { Manifold, ManifoldToplevel } from 'manifold-3d';
import type { DesignInterface } from '../designs/interfaces.ts';
import type { MachineKind } from '../machines/words.ts';
import type { Material } from './materials.ts';
import type { Parameters, ValuesOf } from './parameters.ts';
import type { Shape } from './solids/shapes.ts';
import type { Placement } from './vectors.ts';

/** `Omit` that leaves a union's members apart. */
type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/**
 * What lets a module meet another, and where: the placement's z points out of the module, towards whatever is to meet
 * it, and x fixes how that is turned.
 */
export type ModuleInterface = Without<DesignInterface, 'id' | 'name'> & {
  /** `end-a`, `grid-top`: the same through all values of the parameters. */
  id: string;
  at: Placement;
  /** Steps in degrees by which what meets here may be turned about z; 360: one way only. */
  turns: number;
  /** Of a grid of holes: how many there are along x and along y of the placement, the first of them at its origin. */
  holes?: { x: number; y: number };
};

/** Maker of solids: the library itself, loaded by whoever draws or reckons. */
export type Solids = ManifoldToplevel;

/** One piece of a module, of one material: a closed solid. */
export interface Body {
  /** Of the module's parts: which of them this is. */
  part: string;
  /** Made in the module's own coordinates; whoever asked for it deletes it. */
  solid: Manifold;
}

/** One part of a module, as it goes into a parts list. */
export interface ModulePart {
  /** A word, the same through all values of the parameters. */
  id: string;
  name: string;
  quantity: number;
  material: Material;
  /** Cubic millimetres of one, reckoned by hand: what its solid must agree with. */
  volume: number;
  source: 'make' | 'buy' | 'recover';
  specification: string;
  tracked: boolean;
  machines: readonly MachineKind[];
  /** What it is cut from and how long, millimetres; null: nothing is cut off. */
  cut: { stock: string; length: number } | null;
}

/** One part of a module with its shape told in words (for a sheet to cut, a script, a drawing), and everywhere it stands. */
export interface Piece extends Omit<ModulePart, 'quantity'> {
  shape: Shape;
  /** Holes through it. */
  holes: number;
  /** As many as there are of it. */
  places: readonly Placement[];
}

/** What flows through a module while it works: offered positive, needed negative. */
export interface Budget {
  /** Litres a minute. */
  flow: number;
  /** Bar; what it gives or wants at least. */
  pressure: number;
  /** Watts. */
  power: number;
}

/**
 * A parametric part: everything about it follows from the values of its parameters. Lengths are millimetres; z is up.
 */
export interface Module<P extends Parameters = Parameters> {
  /** As a design's content names it: `frame-tube`. */
  id: string;
  /** English; the pages have their own words for it. */
  name: string;
  parameters: P;
  /** What contradicts itself in these values, in a sentence; empty: nothing. Limits of single values are checked before. */
  faults(values: ValuesOf<P>): string[];
  interfaces(values: ValuesOf<P>): ModuleInterface[];
  /** Everything below about parts, bodies and holes follows from these. */
  pieces(values: ValuesOf<P>): readonly Piece[];
  parts(values: ValuesOf<P>): ModulePart[];
  /** One closed solid for each single part. */
  bodies(values: ValuesOf<P>, solids: Solids): Body[];
  /** The holes through each part's solid, by its id: what the genus of its surface must be. */
  holes(values: ValuesOf<P>): Readonly<Record<string, number>>;
  budget(values: ValuesOf<P>): Budget;
  /** What else follows from the values and is worth knowing; most modules have nothing to add. */
  figures?(values: ValuesOf<P>): Figure[];
  /** Where each dimension that is no parameter comes from. */
  sources: readonly string[];
}

/** What a module can do, told beside its parts: the force of a cylinder. */
export interface Figure {
  /** A word, the same through all values; the pages have a sentence for it. */
  id: string;
  value: number;
  unit: 'N' | 'l' | 'mm';
}

export const NO_BUDGET: Budget = { flow: 0, pressure: 0, power: 0 };

/** Checks a module against its own parameters and forgets their types, so that all modules stand in one list. */
export function defineModule<P extends Parameters>(module: Module<P>): Module<P> {
  return module;
}
