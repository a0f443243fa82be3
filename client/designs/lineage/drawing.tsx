import './drawing.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { type Distances, type Ends, placed, type Size } from './layout.ts';

export interface DrawnNode {
  id: string;
  children: ComponentChildren;
}

/** How a line is drawn; its word stands beside it or in the legend, never in its look alone. */
export interface DrawnEdge extends Ends {
  look: string;
}

interface DrawingProps {
  label: string;
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
  /** Of every plate, CSS pixels. */
  size: Size;
  between?: Distances;
}

/** Plates in layers from left to right, joined by lines. The plates are links and buttons; one scrolls to see more. */
export function Drawing({ label, nodes, edges, size, between }: DrawingProps) {
  const arrow = useId();
  // The layout follows what is joined to what, not what stands on the plates.
  const key = JSON.stringify([nodes.map(({ id }) => id), edges, size, between]);
  const drawing = useMemo(
    () =>
      placed(
        nodes.map(({ id }) => id),
        edges,
        size,
        between,
      ),
    [key],
  );
  const frame = useRef<HTMLElement>(null);
  const begin = drawing.nodes.toSorted((one, other) => one.left - other.left)[0];
  useEffect(() => {
    const sheet = frame.current;
    const here = sheet?.querySelector<HTMLElement>('.graph-node:has([data-here])');
    const [left, top] = here ? [here.offsetLeft, here.offsetTop] : [0, begin?.top ?? 0];
    sheet?.scrollTo({
      left: left - (sheet.clientWidth - size.width) / 2,
      top: top - (sheet.clientHeight - size.height) / 2,
    });
  }, [drawing]);
  const children = new Map(nodes.map((node) => [node.id, node.children] as const));
  const { width, height } = drawing;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section ref={frame} class="graph" aria-label={label} tabIndex={0}>
      <div class="graph-sheet" style={{ width: `${width}px`, height: `${height}px` }}>
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <marker
              id={arrow}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerUnits="userSpaceOnUse"
              markerWidth="11"
              markerHeight="11"
              orient="auto"
            >
              <path d="M0 0L10 5L0 10z" class="arrow" />
            </marker>
          </defs>
          {drawing.edges.map(({ edge, path }) => (
            <path
              key={`${edge.from} ${edge.to} ${edge.look}`}
              class="graph-edge"
              data-look={edge.look}
              d={path}
              marker-end={`url(#${arrow})`}
            />
          ))}
        </svg>
        {drawing.nodes.map(({ id, left, top }) => (
          <div
            key={id}
            class="graph-node"
            style={{
              left: `${left}px`,
              top: `${top}px`,
              width: `${size.width}px`,
              height: `${size.height}px`,
            }}
          >
            {children.get(id)}
          </div>
        ))}
      </div>
    </section>
  );
}
