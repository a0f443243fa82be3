import type { SolvedAssembly } from '../assemblies/assembly.ts';
import { moduleById } from '../modules/all.ts';
import type { Module, Piece } from '../modules/module.ts';

type ModuleValues = Parameters<Module['pieces']>[0];

/** A module at certain values, and how many of it stand in an assembly. */
export interface ModuleUse {
  module: Module;
  values: ModuleValues;
  times: number;
}

/** A piece of a module, and how many of it an assembly needs. */
export interface PieceUse {
  module: string;
  piece: Piece;
  quantity: number;
  /** Of these, so many are the mirror image of what is drawn. */
  mirrored: number;
  /** A name for files: no two uses have the same. */
  file: string;
}

/** Levels of assemblies within assemblies, at most. */
const MOST_LEVELS = 32;

interface Found extends ModuleUse {
  mirrored: number;
}

/** What stands in each assembly, counted once however often that stands in others. */
type Counted = Map<SolvedAssembly, ReadonlyMap<string, Found>>;

function find(assembly: SolvedAssembly, level: number, counted: Counted): ReadonlyMap<string, Found> {
  const before = counted.get(assembly);
  if (before) return before;
  const found = new Map<string, Found>();
  if (level > MOST_LEVELS) return found;
  const add = (key: string, { module, values, times, mirrored }: Found) => {
    const known = found.get(key) ?? { module, values, times: 0, mirrored: 0 };
    known.times += times;
    known.mirrored += mirrored;
    found.set(key, known);
  };
  for (const { of, values, mirrored, inner } of assembly.instances) {
    if (inner) {
      for (const [key, each] of find(inner, level + 1, counted)) {
        add(key, mirrored ? { ...each, mirrored: each.times - each.mirrored } : each);
      }
    }
    const module = of.kind === 'module' ? moduleById(of.module) : undefined;
    if (!module || module.faults(values).length > 0) continue;
    const key = `${module.id} ${JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
    add(key, { module, values, times: 1, mirrored: mirrored ? 1 : 0 });
  }
  counted.set(assembly, found);
  return found;
}

const found = (assembly: SolvedAssembly): Found[] => [...find(assembly, 0, new Map()).values()];

/** Every module at every set of values that stands in an assembly, through all levels. */
export const modulesIn = (assembly: SolvedAssembly): ModuleUse[] => found(assembly);

/** Every distinct piece of an assembly, through all levels: those of the same shape and name are counted together. */
export function piecesIn(assembly: SolvedAssembly): PieceUse[] {
  const uses = new Map<string, PieceUse>();
  for (const { module, values, times, mirrored } of found(assembly)) {
    for (const piece of module.pieces(values)) {
      const key = `${piece.name} ${piece.material} ${JSON.stringify(piece.shape)}`;
      const known = uses.get(key) ?? { module: module.id, piece, quantity: 0, mirrored: 0, file: '' };
      known.quantity += times * piece.places.length;
      known.mirrored += mirrored * piece.places.length;
      uses.set(key, known);
    }
  }
  return named([...uses.values()]);
}

/** File names out of module and piece, with a number where several sizes have the same. */
function named(uses: PieceUse[]): PieceUse[] {
  const count = new Map<string, number>();
  for (const use of uses) {
    const plain = use.module === use.piece.id ? use.module : `${use.module}-${use.piece.id}`;
    const number = (count.get(plain) ?? 0) + 1;
    count.set(plain, number);
    use.file = number > 1 ? `${plain}-${number}` : plain;
  }
  return uses;
}
