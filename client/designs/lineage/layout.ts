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

const MARGIN = 12;

/** Puts nodes of one size into layers from left to right, so that lines lead forward where they can. */
export function placed<Edge extends Ends>(
  ids: readonly string[],
  edges: readonly Edge[],
  { width, height }: Size,
  between: { layers: number; nodes: number } = { layers: 72, nodes: 16 },
): Placed<Edge> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: between.nodes,
    edgesep: 8,
    ranksep: between.layers,
    marginx: MARGIN,
    marginy: MARGIN,
    acyclicer: 'greedy',
  });
  for (const id of ids) graph.setNode(id, { width, height });
  edges.forEach(({ from, to }, index) => {
    graph.setEdge({ v: from, w: to, name: String(index) }, {});
  });
  layout(graph);
  const whole = graph.graph();
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
      return { edge, path: pathThrough(pointsIn(line)) };
    }),
  };
}

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

const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;

/** A line through the middles between its points, bent at the points themselves. */
function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(index === rest.length - 2 ? last : middle)}`;
  });
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}
