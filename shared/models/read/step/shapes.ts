import { referenceIn, valuesOf, wordsIn } from './statements.ts';

/** A solid of a product, or a surface that stands for one. */
export interface StatedSolid {
  name: string;
  /** How many faces it has; 0: not known. */
  faces: number;
}

const STATEMENT = /^#(\d+)\s*=\s*([A-Z][A-Z0-9_]*)\s*\(/;
const SOLIDS = new Set(['MANIFOLD_SOLID_BREP', 'BREP_WITH_VOIDS', 'FACETED_BREP']);
const SHELLS = new Set(['CLOSED_SHELL', 'OPEN_SHELL']);
/** Shapes of triangles, which AP242 has beside its solids. */
const MESHES = /^(COMPLEX_)?TRIANGULATED_(FACE|SURFACE_SET)$/;
const MOST_KEPT = 500_000;
const MOST_SAME = 1000;
/** Relations that are followed in one file; real ones say two or three for each product. */
const MOST_FOLLOWED = 5_000_000;

/** Gathers which product has which solids, from statements of a STEP file (ISO 10303-42 and -43). */
export class Shapes {
  /** From what says "the shape of" to whose it is. */
  readonly #shapesOf = new Map<string, string>();
  /** From a product definition to its representations. */
  readonly #representations = new Map<string, string[]>();
  readonly #definitions: { shape: string; representation: string }[] = [];
  readonly #items = new Map<string, string[]>();
  readonly #related = new Map<string, string[]>();
  readonly #solids = new Map<string, { name: string; shell: string }>();
  readonly #surfaces = new Map<string, string[]>();
  readonly #faces = new Map<string, number>();
  readonly #same = new Map<string, ReadonlySet<string>>();
  #kept = 0;
  #followed = 0;
  /** Whether some of its shapes are told in triangles. */
  hasMeshes = false;

  take(statement: string): void {
    const [head, id = '', type = ''] = STATEMENT.exec(statement) ?? [];
    if (head === undefined || this.#kept >= MOST_KEPT) return;
    if (MESHES.test(type)) this.hasMeshes = true;
    const values = () => valuesOf(statement.slice(head.length));
    if (SHELLS.has(type)) this.#faces.set(id, listOf(values()[1]).length);
    else if (SOLIDS.has(type)) {
      const [name = '', shell] = values();
      this.#solids.set(id, { name: wordsIn(name), shell: referenceIn(shell) });
    } else if (type === 'SHELL_BASED_SURFACE_MODEL') this.#surfaces.set(id, listOf(values()[1]));
    else if (type === 'PRODUCT_DEFINITION_SHAPE') this.#shapesOf.set(id, referenceIn(values()[2]));
    else if (type === 'SHAPE_DEFINITION_REPRESENTATION') {
      const [shape, representation] = values();
      this.#definitions.push({ shape: referenceIn(shape), representation: referenceIn(representation) });
    } else if (type === 'SHAPE_REPRESENTATION_RELATIONSHIP') {
      const [, , one, other] = values();
      add(this.#related, referenceIn(one), referenceIn(other));
      add(this.#related, referenceIn(other), referenceIn(one));
    } else if (type.endsWith('SHAPE_REPRESENTATION')) this.#items.set(id, listOf(values()[1]));
    else return;
    this.#kept += 1;
  }

  /** Whether any shape is told by its faces. */
  get hasSolids(): boolean {
    return this.#faces.size > 0;
  }

  /** What a shape is said to be the shape of: a product definition, or a usage of one. */
  ownerOf(shape: string): string {
    return this.#shapesOf.get(shape) ?? '';
  }

  /** The representations of a product definition, and those that are said to be the same. Asked once all was taken. */
  representationsOf(definition: string): ReadonlySet<string> {
    if (this.#representations.size === 0) {
      for (const { shape, representation } of this.#definitions)
        add(this.#representations, this.#shapesOf.get(shape) ?? '', representation);
    }
    const same = this.#same.get(definition) ?? this.#sameAs(this.#representations.get(definition) ?? []);
    this.#same.set(definition, same);
    return same;
  }

  #sameAs(representations: readonly string[]): ReadonlySet<string> {
    const same = new Set(representations.slice(0, MOST_SAME));
    // A set hands on what is added to it on the way.
    for (const at of same) {
      for (const other of this.#related.get(at) ?? []) {
        if (same.size >= MOST_SAME || this.#followed >= MOST_FOLLOWED) return same;
        this.#followed += 1;
        same.add(other);
      }
    }
    return same;
  }

  /** Solids of a product definition in the order of the file, then surfaces that belong to none. */
  of(definition: string): StatedSolid[] {
    const solids: StatedSolid[] = [];
    const surfaces: StatedSolid[] = [];
    for (const at of this.representationsOf(definition)) {
      for (const item of this.#items.get(at) ?? []) {
        const solid = this.#solids.get(item);
        if (solid) solids.push({ name: solid.name, faces: this.#faces.get(solid.shell) ?? 0 });
        for (const shell of this.#surfaces.get(item) ?? [])
          surfaces.push({ name: '', faces: this.#faces.get(shell) ?? 0 });
      }
    }
    return [...solids, ...surfaces];
  }
}

const listOf = (value = ''): string[] => [...value.matchAll(/#(\d+)/g)].map(([, id = '']) => id);

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
