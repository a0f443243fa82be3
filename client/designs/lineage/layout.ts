import { Graph, layout } from '@dagrejs/dagre';

export interface PlacedNode {
  id: string;
  /** Of its upper left corner, CSS pixels. */
  left: number;
  top: number;
}

export interface PlacedEdge<Edge> {
  edge: Edge;
  /** For `d` of an SVG path. */
  path: string;
}

export interface Placed<Edge> {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge<Edge>[];
}

export interface Ends {
  from: string;
  to: string;
}

export interface Size {
  width: number;
  height: number;
}

/** CSS pixels between layers, between plates of a layer, and between lines. */
export interface Distances {
  layers: number;
  nodes: number;
  lines: number;
}

const MARGIN = 12;

/** Puts nodes of one size into layers from left to right, so that lines lead forward where they can. */
export function placed<Edge extends Ends>(
  ids: readonly string[],
  edges: readonly Edge[],
  { width, height }: Size,
  between: Distances = { layers: 72, nodes: 16, lines: 24 },
): Placed<Edge> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: between.nodes,
    edgesep: between.lines,
    ranksep: between.layers,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  for (const id of ids) graph.setNode(id, { width, height });
  edges.forEach(({ from, to }, index) => {
    graph.setEdge({ v: from, w: to, name: String(index) }, {});
  });
  layout(graph);
  const whole = graph.graph();
  const joined = Map.groupBy(edges, pairOf);
  return {
    width: Math.ceil(numberIn(whole, 'width')),
    height: Math.ceil(numberIn(whole, 'height')),
    nodes: ids.map((id) => {
      const node = graph.node(id);
      return {
        id,
        left: Math.round(numberIn(node, 'x') - width / 2),
        top: Math.round(numberIn(node, 'y') - height / 2),
      };
    }),
    edges: edges.map((edge, index) => {
      const line = graph.edge({ v: edge.from, w: edge.to, name: String(index) });
      const [from, to] = [middleOf(graph.node(edge.from)), middleOf(graph.node(edge.to))];
      const bends = pointsIn(line).slice(1, -1);
      // Neighbours that one line joins need no bend between them.
      const isPlain = bends.length === 1 && joined.get(pairOf(edge))?.length === 1;
      return { edge, path: pathThrough(from, isPlain ? [] : bends, to, width / 2) };
    }),
  };
}

/** The same for both directions. */
const pairOf = ({ from, to }: Ends) => (from < to ? `${from} ${to}` : `${to} ${from}`);

interface Point {
  x: number;
  y: number;
}

function numberIn(label: unknown, field: string): number {
  const value: unknown = typeof label === 'object' && label !== null ? Reflect.get(label, field) : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function pointsIn(label: unknown): Point[] {
  const points: unknown = typeof label === 'object' && label !== null ? Reflect.get(label, 'points') : [];
  if (!Array.isArray(points)) return [];
  return points.map((point) => ({ x: numberIn(point, 'x'), y: numberIn(point, 'y') }));
}

const middleOf = (node: unknown): Point => ({ x: numberIn(node, 'x'), y: numberIn(node, 'y') });

/** A line from the side of one plate to the side of another, level where it leaves, bends and arrives. */
function pathThrough(from: Point, bends: readonly Point[], to: Point, half: number): string {
  const side = from.x <= to.x ? half : -half;
  const begin = { x: from.x + side, y: from.y };
  const end = { x: to.x - side, y: to.y };
  let path = `M${at(begin)}`;
  let last = begin;
  for (const next of [...bends, end]) {
    const middle = (last.x + next.x) / 2;
    path += `C${at({ x: middle, y: last.y })} ${at({ x: middle, y: next.y })} ${at(next)}`;
    last = next;
  }
  return path;
}

const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;
