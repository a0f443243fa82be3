/** Words on drawings and lists, in the language of whoever takes them to the shop. */
export interface ShopWords {
  part: string;
  number: string;
  stock: string;
  length: string;
  quantity: string;
  material: string;
  design: string;
  page: string;
  section: string;
  /** Faces of a bar: `Face A`, `Faces A, C`. */
  face: string;
  faces: string;
  fromEnd: string;
  across: string;
  diameter: string;
  depth: string;
  hole: string;
  recess: string;
  noHoles: string;
  /** Below every drawing: that distances run from the same end. */
  sameEnd: string;
  notToScale: string;
  /** Where not all distances have room on a drawing. */
  seeTable: string;
  lengthMillimetres: string;
  lengthInches: string;
  allMillimetres: string;
  drawing: string;
  mirrored: string;
  thickness: string;
  made: string;
  bought: string;
  recovered: string;
  source: string;
  mass: string;
  specification: string;
  bars: string;
  barLength: string;
  piecesOnBar: string;
  offcut: string;
}
