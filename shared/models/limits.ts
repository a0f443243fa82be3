/** What a file may be at most, so that no file can stop the page. */
export interface ReadLimits {
  bytes: number;
  /** Of formats that are text of entities (STEP, IGES, DXF, SVG), which cost far more per byte. */
  entityBytes: number;
  triangles: number;
  /** Statements, elements, objects, nodes: what a file is made of. */
  entities: number;
  /** Shapes of their own. */
  parts: number;
  /** Times that parts stand somewhere. */
  occurrences: number;
  /** Levels of the tree. */
  levels: number;
  /** Characters of a name; what is longer is cut. */
  nameLength: number;
  /** Bytes that come out of a compressed file. */
  unpackedBytes: number;
  /** Memory for the finished meshes. */
  meshBytes: number;
  /** Seconds after which the page gives a file up. */
  seconds: number;
}

export const USUAL_LIMITS: ReadLimits = {
  bytes: 300_000_000,
  entityBytes: 100_000_000,
  triangles: 4_000_000,
  entities: 2_000_000,
  parts: 20_000,
  occurrences: 100_000,
  levels: 64,
  nameLength: 200,
  unpackedBytes: 1_000_000_000,
  meshBytes: 700_000_000,
  seconds: 60,
};
