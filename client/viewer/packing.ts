import type { Mesh } from '../../shared/models/model.ts';
import { boxOfMesh } from './bounds.ts';
import { edgesOfMesh, type MeshEdges } from './meshEdges.ts';

/** Above so many triangles nobody looks for outlines: the file's own sharp edges are drawn. */
const MOST_SEARCHED = 60_000;
/** Above so many edges a mesh is drawn without. */
const MOST_EDGES = 200_000;

/** Edges shorter than this share of the whole are not seen from far away. */
const LONG = 0.1;

/** What a vertex is: as `kind.x` in the shader. */
const FACE = 0;
const SHARP_EDGE = 1;
const SOFT_EDGE = 2;

/**
 * Faces and edges of a mesh as one list of triangles, so that one call draws both: an edge is a strip of two triangles
 * that the shader makes as wide as a line.
 */
export interface PackedPart {
  /** Three numbers for each vertex. */
  positions: Float32Array;
  /** The other end of an edge; null: faces alone. */
  ends: Float32Array | null;
  /** Kind and side (-1 or 1); two more to fill four bytes. */
  kinds: Int8Array | null;
  /** Normals of the faces on both sides of an edge, times 127; three and one to fill. */
  normalsOne: Int8Array | null;
  normalsOther: Int8Array | null;
  /** Red, green, blue and 255 for each vertex. */
  colours: Uint8Array | null;
  /** As a file wants a round thing shaded, times 127 and one to fill; null: flat, each triangle by its own. */
  shading: Int8Array | null;
  indices: Uint32Array;
  /** Indices of the faces come first, then those of sharp edges, the longest first, then those of outlines. */
  facesEnd: number;
  /** Where the sharp edges end that are seen from far away. */
  longEnd: number;
  sharpEnd: number;
  /** To find what a measuring hand is near. */
  edges: MeshEdges;
}

const NO_EDGES: MeshEdges = { points: new Float32Array(), normals: new Float32Array(), sharp: 0 };

/** The edges that are drawn of a mesh. */
function edgesToDraw(mesh: Mesh): MeshEdges {
  if (mesh.triangles.length / 3 <= MOST_SEARCHED) return edgesOfMesh(mesh);
  if (!mesh.edges || mesh.edges.length / 6 > MOST_EDGES) return NO_EDGES;
  const sharp = Math.floor(mesh.edges.length / 6);
  return { points: mesh.edges, normals: new Float32Array(sharp * 6), sharp };
}

/** Without edges to draw the mesh's own buffers are handed on. */
export function packPart(mesh: Mesh, edges = edgesToDraw(mesh)): PackedPart {
  const corners = Math.floor(mesh.positions.length / 3);
  const count = edges.points.length / 6;
  const faces = mesh.triangles.length;
  const total = corners + count * 4;
  const colours = mesh.colours && packColours(mesh.colours, corners, total);
  const shading = mesh.normals && packNormals(mesh.normals, corners, total);
  if (count === 0) {
    return {
      positions: mesh.positions,
      ends: null,
      kinds: null,
      normalsOne: null,
      normalsOther: null,
      colours,
      shading,
      indices: mesh.triangles,
      facesEnd: faces,
      longEnd: faces,
      sharpEnd: faces,
      edges,
    };
  }
  const lengths = lengthsOf(edges);
  const order = Uint32Array.from({ length: edges.sharp }, (_, edge) => edge).sort(
    (one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0),
  );
  const [x0 = 0, y0 = 0, z0 = 0, x1 = 0, y1 = 0, z1 = 0] = boxOfMesh(mesh);
  const least = LONG * Math.hypot(x1 - x0, y1 - y0, z1 - z0);
  const short = order.findIndex((edge) => (lengths[edge] ?? 0) < least);
  const positions = new Float32Array(total * 3);
  positions.set(mesh.positions.subarray(0, corners * 3));
  const ends = new Float32Array(total * 3);
  const kinds = new Int8Array(total * 4);
  const normalsOne = new Int8Array(total * 4);
  const normalsOther = new Int8Array(total * 4);
  const indices = new Uint32Array(faces + count * 6);
  indices.set(mesh.triangles);
  for (let edge = 0; edge < count; edge += 1) {
    const first = corners + edge * 4;
    const from = edge * 6;
    for (let place = 0; place < 4; place += 1) {
      const vertex = first + place;
      const atEnd = place >= 2 ? 3 : 0;
      for (let axis = 0; axis < 3; axis += 1) {
        positions[vertex * 3 + axis] = edges.points[from + atEnd + axis] ?? 0;
        ends[vertex * 3 + axis] = edges.points[from + 3 - atEnd + axis] ?? 0;
        normalsOne[vertex * 4 + axis] = Math.round((edges.normals[from + axis] ?? 0) * 127);
        normalsOther[vertex * 4 + axis] = Math.round((edges.normals[from + 3 + axis] ?? 0) * 127);
      }
      kinds[vertex * 4] = edge < edges.sharp ? SHARP_EDGE : SOFT_EDGE;
      // Seen from the other end left and right change places.
      kinds[vertex * 4 + 1] = (place % 2 === 0 ? 1 : -1) * (place >= 2 ? -1 : 1);
    }
  }
  for (let place = 0; place < count; place += 1) {
    const first = corners + (order[place] ?? place) * 4;
    indices.set([first, first + 1, first + 2, first + 2, first + 1, first + 3], faces + place * 6);
  }
  return {
    positions,
    ends,
    kinds,
    normalsOne,
    normalsOther,
    colours,
    shading,
    indices,
    facesEnd: faces,
    longEnd: faces + (short < 0 ? edges.sharp : short) * 6,
    sharpEnd: faces + edges.sharp * 6,
    edges,
  };
}

/** Millimetres. */
function lengthsOf({ points, sharp }: MeshEdges): Float32Array {
  return Float32Array.from({ length: sharp }, (_, edge) => {
    const at = edge * 6;
    const way = (axis: number) => (points[at + 3 + axis] ?? 0) - (points[at + axis] ?? 0);
    return Math.hypot(way(0), way(1), way(2));
  });
}

/** Four bytes for each vertex, as graphics want them. */
function packColours(colours: Uint8Array, corners: number, total: number): Uint8Array {
  const packed = new Uint8Array(total * 4);
  for (let corner = 0; corner < corners; corner += 1) {
    packed.set(colours.subarray(corner * 3, corner * 3 + 3), corner * 4);
    packed[corner * 4 + 3] = 255;
  }
  return packed;
}

function packNormals(normals: Float32Array, corners: number, total: number): Int8Array {
  const packed = new Int8Array(total * 4);
  for (let corner = 0; corner < corners; corner += 1) {
    const [x, y, z] = [normals[corner * 3] ?? 0, normals[corner * 3 + 1] ?? 0, normals[corner * 3 + 2] ?? 0];
    const scale = 127 / (Math.hypot(x, y, z) || 1);
    packed[corner * 4] = Math.round(x * scale);
    packed[corner * 4 + 1] = Math.round(y * scale);
    packed[corner * 4 + 2] = Math.round(z * scale);
  }
  return packed;
}

export const KINDS = { FACE, SHARP_EDGE, SOFT_EDGE } as const;
