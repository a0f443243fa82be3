import { useEffect, useMemo, useRef } from 'preact/hooks';
import { dot, minus, type Vector } from '../../shared/modules/vectors.ts';
import { t } from '../catalogue/designTexts.ts';
import { axesOf, pixelAt, placeOf as placeOfEye } from '../viewer/eye.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { Workbench } from './bench.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { AXES } from './gestures/move.ts';
import { type Place, placeOf } from './gestures/snap.ts';
import { arrowOf, isDraggable, type Point, ringOf } from './gizmo.ts';
import { Handling } from './handling.ts';
import { type Hole, holesOf, holeWritten } from './holes.ts';
import { placeName } from './names.ts';
import { reasonInWords } from './reasons.ts';

const words = t.workbench.picture;
/** Pixels. */
const ARROW = 92;
const RING = 70;
const MOST_MARKS = 400;

interface OverlayProps {
  bench: Workbench;
  viewer: Viewer;
  /** Of the picture, pixels. */
  height: number;
  /** A sentence about what was pressed. */
  onTold: (sentence: string) => void;
}

/**
 * Drawn over the picture: the interfaces that something may be joined by, and the arrows and rings that a hand drags.
 * Everything here can be done with the panels beside the picture too, by keyboard and by ear.
 */
export function Overlay({ bench, viewer, height, onTold }: OverlayProps) {
  const layer = useRef<SVGSVGElement>(null);
  const handling = useRef<Handling | null>(null);
  useEffect(() => {
    const element = layer.current;
    if (!element) return;
    const hands = new Handling(bench, viewer, element, onTold);
    handling.current = hands;
    return () => hands.end();
  }, [bench, viewer]);
  const from = bench.joining.value;
  // The picture moves with these.
  void viewer.eye.value;
  void viewer.orthographic.value;
  void viewer.model.value;
  return (
    <svg ref={layer} class="bench-overlay" aria-hidden="true">
      {from ? <Places bench={bench} viewer={viewer} from={from} /> : <Own bench={bench} viewer={viewer} />}
      {from === null && <Gizmo bench={bench} viewer={viewer} height={height} />}
    </svg>
  );
}

interface MarkProps {
  at: Point;
  kind: 'own' | 'source' | 'fits' | 'refused';
  place: { instance: string; interface: string };
  said: string;
  /** Of a grid, which one of its holes. */
  hole?: Hole;
}

function Mark({ at, kind, place, said, hole }: MarkProps) {
  const isSmall = kind === 'own' || hole !== undefined;
  return (
    <g
      class="bench-mark"
      data-kind={kind}
      data-instance={place.instance}
      data-interface={place.interface}
      data-said={said}
      data-hole={hole && holeWritten(hole)}
      transform={`translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`}
    >
      <title>{said}</title>
      <circle class="reach" r={isSmall ? 12 : 20} />
      <circle class="seen" r={isSmall ? 5 : 9} />
      {kind === 'fits' && <path d={hole ? 'M-3 0h6M0 -3v6' : 'M-4 0h8M0 -4v8'} />}
      {kind === 'refused' && <path d="M-4 -4l8 8M4 -4l-8 8" />}
    </g>
  );
}

/** The interfaces of the one thing that is chosen: a press begins to join. */
function Own({ bench, viewer }: Pick<OverlayProps, 'bench' | 'viewer'>) {
  const [id, ...others] = bench.selected.value;
  const stands = id === undefined || others.length > 0 ? undefined : bench.byId.value.get(id);
  return (
    <>
      {stands?.interfaces.slice(0, MOST_MARKS).map((face) => {
        const at = viewer.project(face.is.at.origin);
        const place = { instance: stands.instance.id, interface: face.id };
        return at && <Mark key={face.id} at={at} kind="own" place={place} said={placeName(bench, place)} />;
      })}
    </>
  );
}

/** One mark; of a grid that fits, one for each of its holes. */
function marksOf(candidate: Candidate): (Candidate & { hole: Hole | null; stands: Vector })[] {
  const { face, reason } = candidate;
  const holes = reason === null && face.kind === 'holeGrid' ? holesOf(face) : [];
  if (holes.length < 2) return [{ ...candidate, hole: null, stands: face.at.origin }];
  return holes.map(({ hole, at }) => ({ ...candidate, hole, stands: at }));
}

/** Every interface of the model, as what is being joined sees it: what fits lights up, what does not says why. */
function Places({ bench, viewer, from }: Pick<OverlayProps, 'bench' | 'viewer'> & { from: Place }) {
  const own = placeOf(bench.solved.value, from);
  const at = own && viewer.project(own.at.origin);
  const solved = bench.solved.value;
  // Not anew with every move of the eye.
  const found = useMemo(
    () =>
      (candidatesFor(solved, from) ?? [])
        .slice(0, MOST_MARKS)
        .flatMap((each) => marksOf(each))
        .slice(0, MOST_MARKS),
    [solved, from],
  );
  const eye = viewer.eye.value;
  const { back } = axesOf(eye);
  // Holes of the far side would lie among those of the near one: they light up when it is turned to the eye.
  const isAway = (outward: Vector, stands: Vector) =>
    dot(outward, viewer.orthographic.value ? back : minus(placeOfEye(eye), stands)) < 0;
  return (
    <>
      {found.toReversed().map(({ face, place, reason, hole, stands }) => {
        if (hole && isAway(face.at.z, stands)) return null;
        const seen = viewer.project(stands);
        const name = placeName(bench, place);
        const at = hole ? words.hole(name, hole.x + 1, hole.y + 1) : name;
        const said = reason ? words.notHere(name, reasonInWords(reason)) : words.joinHere(at);
        const key = `${place.instance} ${place.interface} ${hole ? holeWritten(hole) : ''}`;
        const kind = reason ? 'refused' : 'fits';
        return (
          seen && <Mark key={key} at={seen} kind={kind} place={place} said={said} {...(hole && { hole })} />
        );
      })}
      {at && <Mark at={at} kind="source" place={from} said={placeName(bench, from)} />}
    </>
  );
}

/** Three arrows or three rings at the first of what is chosen. */
function Gizmo({ bench, viewer, height }: Omit<OverlayProps, 'onTold'>) {
  const handles = bench.handles.value;
  const origin = bench.standing.value.get(bench.selected.value[0] ?? '')?.origin;
  if (!origin || handles === 'none') return null;
  const pixel = pixelAt(viewer.eye.value, height);
  const project = viewer.project;
  return (
    <>
      {AXES.map((axis) => {
        if (handles === 'turn') {
          const ring = ringOf(project, origin, axis, RING * pixel);
          if (!ring) return null;
          const path = `M${ring.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
          return (
            <g key={axis} class="bench-ring" data-axis={axis}>
              <title>{words.ring(axis)}</title>
              <path class="reach" d={path} />
              <path class="seen" d={path} />
            </g>
          );
        }
        const arrow = arrowOf(project, origin, axis, ARROW * pixel);
        if (!arrow || !isDraggable(arrow, ARROW)) return null;
        const [from, to] = arrow;
        return (
          <g key={axis} class="bench-arrow" data-axis={axis}>
            <title>{words.handle(axis)}</title>
            <line class="reach" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            <line class="seen" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            <path class="tip" d={tipOf(from, to)} />
            <text x={to.x + 8} y={to.y + 5}>
              {axis}
            </text>
          </g>
        );
      })}
    </>
  );
}

function tipOf(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (along: number, aside: number) =>
    `${(to.x + along * x - aside * y).toFixed(1)} ${(to.y + along * y + aside * x).toFixed(1)}`;
  return `M${corner(6, 0)}L${corner(-8, 6)}L${corner(-8, -6)}Z`;
}
