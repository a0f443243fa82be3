import { times, type Vector } from '../../shared/modules/vectors.ts';
import { degreesTold } from '../assemblies/measures.ts';
import { lengthTold, lengthUnits } from '../measures/lengthUnits.ts';
import { placeOf as placeOfEye } from '../viewer/eye.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { Workbench } from './bench.ts';
import { candidatesFor } from './candidates.ts';
import { type Axis, directionOf, moveBy, turnBy } from './gestures/move.ts';
import type { Gesture, Standing } from './gestures/standing.ts';
import { draggedAlong, draggedAround, type Point, towardsEye } from './gizmo.ts';
import { holeRead } from './holes.ts';
import { joinTo } from './join.ts';
import { gridOf, onGrid } from './push.ts';

/** A turn that a hand makes snaps to so many degrees; with Shift to one. */
const STEP = 5;

interface Drag {
  pointer: number;
  from: Point;
  /** What the hand's way comes to so far; null: nothing yet. */
  gestureTo(at: Point, fine: boolean): { gesture: Gesture; told: string } | null;
}

/** Hands on what lies over the picture: presses join, drags move and turn. One drag is one gesture. */
export class Handling {
  readonly #bench: Workbench;
  readonly #viewer: Viewer;
  readonly #layer: SVGSVGElement;
  readonly #told: (sentence: string) => void;
  readonly #ending = new AbortController();
  #drag: Drag | null = null;
  #made: Gesture | null = null;

  constructor(bench: Workbench, viewer: Viewer, layer: SVGSVGElement, told: (sentence: string) => void) {
    this.#bench = bench;
    this.#viewer = viewer;
    this.#layer = layer;
    this.#told = told;
    const { signal } = this.#ending;
    layer.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    // The arrow itself is drawn anew while it is dragged: the window hears where the hand goes.
    addEventListener('pointermove', (event) => this.#move(event), { signal });
    addEventListener('pointerup', (event) => this.#up(event), { signal });
    addEventListener('pointercancel', () => this.#forget(), { signal });
  }

  end(): void {
    this.#ending.abort();
    this.#forget();
  }

  #forget(): void {
    if (this.#drag) this.#bench.show(null);
    this.#drag = null;
    this.#made = null;
  }

  #at(event: PointerEvent): Point {
    const box = this.#layer.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #down(event: PointerEvent): void {
    if (!(event.target instanceof Element) || event.button !== 0) return;
    const mark = event.target.closest<SVGGElement>('.bench-mark');
    const handle = event.target.closest<SVGGElement>('.bench-arrow, .bench-ring');
    if (mark) {
      event.preventDefault();
      this.#pressed(mark);
    } else if (handle && isAxis(handle.dataset.axis)) {
      event.preventDefault();
      this.#drag = this.#dragOf(handle.dataset.axis, event);
    }
  }

  #pressed(mark: SVGGElement): void {
    const { kind, instance, interface: face, said, hole } = mark.dataset;
    const bench = this.#bench;
    const place = instance && face ? { instance, interface: face } : null;
    if (said) this.#told(said);
    if (kind === 'own' && place) bench.joining.value = place;
    if (kind === 'source') bench.joining.value = null;
    if (kind === 'fits' && place) joinTo(bench, place, holeRead(hole));
  }

  #dragOf(axis: Axis, event: PointerEvent): Drag | null {
    const { standing: now, selected, handles } = this.#bench;
    const standing: Standing = now.peek();
    const ids = selected.peek();
    const origin = standing.get(ids[0] ?? '')?.origin;
    const from = this.#at(event);
    if (!origin) return null;
    const isTurn = handles.peek() === 'turn';
    return {
      pointer: event.pointerId,
      from,
      gestureTo: (to, fine) =>
        isTurn
          ? this.#turn({ standing, ids, origin, axis, from }, to, fine)
          : this.#shift({ standing, ids, origin, axis, from }, to, fine),
    };
  }

  #shift({ standing, ids, origin, axis, from }: Handled, to: Point, fine: boolean) {
    const by = { x: to.x - from.x, y: to.y - from.y };
    const far = draggedAlong(this.#viewer.project, origin, axis, by, this.#viewer.eye.peek().distance / 8);
    if (far === null) return null;
    const grid = gridOf(lengthUnits.peek()) / (fine ? 10 : 1);
    const distance = onGrid(far, grid);
    const way: Vector = times(directionOf(axis), distance);
    return { gesture: moveBy(standing, ids, way), told: `${axis} ${lengthTold(distance)}` };
  }

  #turn({ standing, ids, origin, axis, from }: Handled, to: Point, fine: boolean) {
    const middle = this.#viewer.project(origin);
    if (!middle) return null;
    const towards = towardsEye(placeOfEye(this.#viewer.eye.peek()), origin);
    const turned = onGrid(draggedAround(middle, from, to, axis, towards), fine ? 1 : STEP);
    return { gesture: turnBy(standing, ids, axis, turned), told: `${axis} ${degreesTold(turned)}` };
  }

  #move(event: PointerEvent): void {
    if (!this.#drag || event.pointerId !== this.#drag.pointer) return;
    const made = this.#drag.gestureTo(this.#at(event), event.shiftKey);
    if (!made) return;
    this.#made = made.gesture;
    this.#bench.show(made.gesture);
    this.#told(made.told);
  }

  #up(event: PointerEvent): void {
    if (this.#drag && event.pointerId === this.#drag.pointer) {
      const made = this.#made;
      this.#drag = null;
      this.#made = null;
      if (made) this.#bench.act(made);
      else this.#bench.show(null);
      return;
    }
    this.#dropped(event);
  }

  /** An interface that was dragged onto another one is joined to it, where it fits. */
  #dropped(event: PointerEvent): void {
    const from = this.#bench.joining.peek();
    const under = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<SVGGElement>('.bench-mark');
    const { instance, interface: face, kind, hole } = under?.dataset ?? {};
    if (!from || !instance || !face || kind !== 'fits') return;
    const fits = candidatesFor(this.#bench.solved.peek(), from)?.some(
      ({ place, reason }) => reason === null && place.instance === instance && place.interface === face,
    );
    if (fits) joinTo(this.#bench, { instance, interface: face }, holeRead(hole));
  }
}

interface Handled {
  standing: Standing;
  ids: readonly string[];
  origin: Vector;
  axis: Axis;
  from: Point;
}

const isAxis = (text: string | undefined): text is Axis => text === 'x' || text === 'y' || text === 'z';
