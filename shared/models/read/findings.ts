/** What reading noticed and went on, with the numbers for its sentence. */
export interface FindingSaid {
  /** Triangles left out whose corners are no numbers. */
  notFinite: { triangles: number };
  /** Triangles left out because they have no area. */
  withoutArea: { triangles: number };
  /** Triangles left out because they name corners that are not there. */
  outOfRange: { triangles: number };
  /** The file ends before what it announces. */
  cutShort: { announced: number; found: number };
  leftOver: { bytes: number };
  commaDecimals: Record<string, never>;
  /** Corners that lay so close together that they were taken for one. */
  nearCornersMerged: { corners: number };
  pointsAndLines: { count: number };
  materialsElsewhere: { file: string };
  texturesNotShown: Record<string, never>;
  movementNotShown: Record<string, never>;
  extensionNotRead: { name: string };
  supportLeftOut: { objects: number };
  /** Objects without a triangle that could be shown. */
  emptyObjects: { objects: number };
  /** Bars between points, which 3MF tells by their thickness alone. */
  latticeNotShown: { beams: number };
  /** The solids of a STEP file do not fit its product tree: they stand under the names that its reader gives. */
  treeUnmatched: { solids: number; expected: number };
  /** Scripts, pictures and references to elsewhere that were left out of a drawing. */
  stripped: { elements: number };
  notDrawn: { kinds: string; count: number };
}
export type FindingKind = keyof FindingSaid;
export type Finding = { [Kind in FindingKind]: { kind: Kind; said: FindingSaid[Kind] } }[FindingKind];

/** What makes a file unreadable, with the numbers for its sentence. */
export interface RefusalSaid {
  empty: Record<string, never>;
  notRecognised: { name: string };
  /** A format of one program that others cannot read. */
  otherProgram: { extension: string };
  tooManyBytes: { bytes: number; most: number };
  tooManyTriangles: { triangles: number; most: number };
  tooManyEntities: { most: number };
  tooManyOccurrences: { most: number };
  tooMuchMemory: { bytes: number; most: number };
  tooDeep: { most: number };
  circular: { name: string };
  cutShort: { announced: number; found: number };
  noTriangles: Record<string, never>;
  pointsOnly: { points: number };
  badHeader: { line: number };
  /** Bytes were replaced by a program that took them for letters. */
  takenForText: Record<string, never>;
  badXml: { line: number; what: string };
  hasEntities: Record<string, never>;
  badZip: Record<string, never>;
  lockedZip: Record<string, never>;
  zipBomb: { most: number };
  notInZip: { name: string };
  /** An archive of several models. */
  severalInZip: { count: number; names: string };
  outsideFile: { name: string };
  compressed: { name: string };
  version: { version: string };
  badJson: { what: string };
  badReference: { what: string; number: number };
  solidsUnreadable: { format: string };
  /** A STEP file of triangles instead of solids. */
  onlyMeshes: Record<string, never>;
  /** This place has no reader of solids at hand. */
  noSolidReader: { format: string };
  binaryDrawing: Record<string, never>;
  /** What stands there instead of lines; empty: nothing. */
  nothingDrawn: { kinds: string };
}
export type RefusalKind = keyof RefusalSaid;

/** A file that cannot be read: told in a kind that the pages have a sentence for. */
export class CannotBeRead extends Error {
  override name = 'CannotBeRead';
  readonly kind: RefusalKind;
  readonly said: Readonly<Record<string, string | number>>;

  constructor(kind: RefusalKind, said: Readonly<Record<string, string | number>>) {
    super(`${kind} ${JSON.stringify(said)}`);
    this.kind = kind;
    this.said = said;
  }
}

/** @returns what stops the reading of a file, with the numbers that belong to its kind. */
export const refused = <Kind extends RefusalKind>(kind: Kind, said: RefusalSaid[Kind]): CannotBeRead =>
  new CannotBeRead(kind, { ...said });

/** Gathers findings; numbers of one kind are added up. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  /** Counts on what was found of a kind before; nothing where there was nothing to count. */
  count(kind: 'notFinite' | 'withoutArea' | 'outOfRange', triangles: number): void {
    if (triangles === 0) return;
    const before = this.#found.get(kind);
    const sum = before?.kind === kind ? before.said.triangles + triangles : triangles;
    this.#found.set(kind, { kind, said: { triangles: sum } });
  }

  /** Tells something once for each `of`. */
  tell(finding: Finding, of = ''): void {
    this.#found.set(`${finding.kind} ${of}`, finding);
  }

  all(): Finding[] {
    return [...this.#found.values()].slice(0, 50);
  }
}
