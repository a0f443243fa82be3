/** What the reader of solids (Open CASCADE) hands back for each of them. */
export interface OcctMesh {
  name: string;
  color?: readonly number[];
  brep_faces: readonly { first: number; last: number; color: readonly number[] | null }[];
  attributes: { position: { array: readonly number[] }; normal?: { array: readonly number[] } };
  index: { array: readonly number[] };
}

export interface OcctNode {
  name: string;
  meshes: readonly number[];
  children: readonly OcctNode[];
}

export interface OcctResult {
  success: boolean;
  root: OcctNode;
  meshes: readonly OcctMesh[];
}

/** `occt-import-js`, as far as it is used. Lengths come in millimetres. */
export interface Occt {
  ReadStepFile(content: Uint8Array, params: null): OcctResult;
  ReadIgesFile(content: Uint8Array, params: null): OcctResult;
  ReadBrepFile(content: Uint8Array, params: null): OcctResult;
}

/** Opens the reader of solids; a new one where the one before came to grief. */
export type OpenOcct = (anew?: boolean) => Promise<Occt>;
