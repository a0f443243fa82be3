import { effect, type Signal, signal, untracked } from '@preact/signals';
import type { Group } from 'three';
import type { Model } from '../../shared/models/model.ts';
import type { Vector } from '../../shared/modules/vectors.ts';
import { type Annotation, AnnotationLayer } from './annotations.ts';
import { isEmpty, middleOf, radiusOf } from './bounds.ts';
import type { LegendEntry } from './colours.ts';
import { Drawing } from './drawing.ts';
import { DrawnModel } from './drawnModel.ts';
import { anglesOf, axesOf, type Eye, fitted, ISO, orbited, panned, zoomed } from './eye.ts';
import { flightOf } from './flight.ts';
import { framesOf } from './frames.ts';
import { lendHands } from './hands.ts';
import { keepParts } from './keptParts.ts';
import { dimensionsOf, measuredLines } from './lines.ts';
import { paletteOf, whenPaletteChanges } from './palette.ts';
import type { KeptPart } from './partBatch.ts';
import type { Ray } from './picking.ts';
import { type Look, projected, rayThrough, spanOfPixel } from './pixels.ts';
import { measureAt, selectAt } from './pressing.ts';
import { SectionCut } from './sectionCut.ts';
import { planeOf } from './sectionPlane.ts';
import { type Hit, nearestHit } from './sight.ts';
import { type StandardView, type ViewState, viewState } from './viewState.ts';
import { HIDDEN, marksOfNodes, nodeForPress, SELECTED } from './visibility.ts';

export interface ViewerOptions {
  /** What is chosen and hidden; the page's own, so that its lists follow. */
  state?: ViewState;
  /** An SVG over the canvas, for dimensions and measures. */
  layer?: SVGSVGElement;
  /** No flights. */
  reducedMotion?: () => boolean;
  /** Ids of the steps, first to last, for coming apart by step. */
  steps?: readonly string[];
  /** A gesture that begins is somebody else's: true where it was taken. */
  taken?: (event: PointerEvent) => boolean;
  /** Pressed, before anything is selected: true where that was all. */
  pressed?: (hit: Hit | null, more: boolean) => boolean;
}

/** A model in a canvas. It draws when something has changed, and never else. */
export interface Viewer extends ViewState {
  /** Shapes whose keys stay are kept. @returns when it is drawn; false where something else was shown meanwhile. */
  show(model: Model): Promise<boolean>;
  readonly model: Signal<Model | null>;
  /** What the colours mean. */
  readonly legend: Signal<readonly LegendEntry[]>;
  /** The browser took the graphics away; it may give them back. */
  readonly lost: Signal<boolean>;
  /** Drawn by whoever wants to, beside dimensions and measures. */
  readonly annotations: Signal<readonly Annotation[]>;
  /** All that is seen, or what is selected. */
  fit(what?: 'all' | 'selected'): void;
  view(view: StandardView): void;
  /** Radians. */
  orbit(aside: number, upwards: number): void;
  /** Pixels. */
  pan(x: number, y: number): void;
  /** Below 1: nearer. */
  zoom(factor: number): void;
  readonly eye: Signal<Eye>;
  /** What is at a point of the canvas, in pixels of the page. */
  pick(x: number, y: number): Hit | null;
  rayAt(x: number, y: number): Ray;
  project(at: Vector): { x: number; y: number } | null;
  /**
   * Bits (`HIDDEN`, `GHOSTED`) and a colour, 0 to 255, of one of the model's occurrences, over all that else holds for
   * it. Stays until another model is shown.
   */
  wear(occurrence: number, bits: number, red: number, green: number, blue: number): void;
  /** Objects of three that stand in the model's coordinates, over everything. */
  readonly overlay: Group;
  redraw(): void;
  /** How often it has drawn, and how many calls the last time took. */
  readonly counted: { frames: number; calls: number };
  /** A PNG of what is seen, from a standard view or from here. */
  picture(width: number, height: number, view?: StandardView): Promise<Blob>;
  dispose(): void;
}

/** What takes less leaves time to draw at once, milliseconds. */
const SHORT = 20;
/** How near a corner or edge has to be for a measuring hand, in pixels: mouse, finger. */
const REACH = 9;
const REACH_OF_FINGER = 18;

/** @throws where the browser has no WebGL 2. */
export function openViewer(canvas: HTMLCanvasElement, options: ViewerOptions = {}): Viewer {
  const state = options.state ?? viewState();
  const drawing = new Drawing(canvas);
  const layer = options.layer ? new AnnotationLayer(options.layer) : null;
  const model = signal<Model | null>(null);
  const legend = signal<readonly LegendEntry[]>([]);
  const lost = signal(false);
  const annotations = signal<readonly Annotation[]>([]);
  const eye = signal<Eye>({ target: [0, 0, 0], ...ISO, distance: 1000 });
  const palette = signal(paletteOf(canvas));
  const counted = { frames: 0, calls: 0 };
  let drawn: DrawnModel | null = null;
  let kept: ReadonlyMap<string, KeptPart> = new Map();
  let turn = 0;
  let ended = false;
  const cut = new SectionCut(drawing.scene, drawing.uniforms);
  let isCutOld = false;
  let isPaintOld = false;
  let around = { middle: [0, 0, 0] as Vector, radius: 1 };

  const looked = (): Look => ({
    eye: eye.peek(),
    orthographic: state.orthographic.peek(),
    width: canvas.clientWidth,
    height: canvas.clientHeight,
  });
  const plane = () => {
    const section = state.section.peek();
    return drawn && section && planeOf(section, drawn.seen());
  };
  const project = (at: Vector) => projected(looked(), at);
  /** Only before something is drawn: a slider moves more often than that. */
  const cutAnew = () => {
    if (isCutOld) cut.follow(drawn, plane(), around.radius, state.edges.peek());
    else if (isPaintOld) cut.paint(drawn);
    isCutOld = false;
    isPaintOld = false;
  };
  const draw = (share: number) => {
    if (lost.peek()) return false;
    cutAnew();
    drawing.draw(eye.peek(), state.orthographic.peek(), around, share);
    counted.frames += 1;
    counted.calls = drawing.renderer.info.render.calls;
    if (!layer) return true;
    // What has come apart is not as large as it seems.
    const isWhole = state.explosion.peek().amount === 0;
    const box = drawn && isWhole && state.dimensions.peek() ? drawn.seen() : null;
    const lines = [
      ...(box ? dimensionsOf(box, axesOf(eye.peek()).back) : []),
      ...measuredLines(state.measured.peek()),
      ...annotations.peek(),
    ];
    layer.draw(lines, project);
    return true;
  };
  /** Nothing moves any longer: what is near with all that it has. */
  const frames = framesOf(
    draw,
    () => drawn?.refine(eye.peek(), state.orthographic.peek(), looked()) ?? false,
  );
  const redraw = frames.ask;
  const rayAt = (x: number, y: number): Ray => rayThrough(looked(), around.radius, x, y);
  const pick = (x: number, y: number) => drawn && nearestHit(drawn, rayAt(x, y), plane());
  const settle = () => {
    if (!drawn) return;
    const box = drawn.seen();
    if (!isEmpty(box)) around = { middle: middleOf(box), radius: Math.max(radiusOf(box), 1e-3) };
    drawing.cut(plane());
    redraw();
  };
  const { look, fly, land } = flightOf(
    eye,
    options.reducedMotion ?? (() => matchMedia('(prefers-reduced-motion: reduce)').matches),
  );
  const aspect = () => canvas.clientWidth / Math.max(1, canvas.clientHeight);
  const fitTo = (angles: Pick<Eye, 'azimuth' | 'elevation'>, selected = false): Eye | null => {
    if (!drawn) return null;
    const chosen = selected
      ? drawn.boxWhere((marks) => (marks & SELECTED) !== 0 && (marks & HIDDEN) === 0)
      : drawn.seen();
    const box = isEmpty(chosen) ? drawn.seen() : chosen;
    return isEmpty(box) ? null : fitted(angles, box, aspect(), state.orthographic.peek());
  };
  const press = (x: number, y: number, more: boolean, coarse: boolean) => {
    const hit = pick(x, y);
    if (options.pressed?.(hit, more) || !drawn) return;
    if (!state.measuring.peek()) selectAt(state, drawn, hit, more);
    else if (hit) {
      const pixel = spanOfPixel(looked(), hit.point);
      measureAt(state, drawn, hit, pixel * (coarse ? REACH_OF_FINGER : REACH));
    }
  };

  const ends = [
    lendHands(canvas, {
      eye: () => eye.peek(),
      look,
      limits: () => [around.radius / 500, around.radius * 40],
      press,
      hover: (at) => {
        const hit = at && pick(at.x, at.y);
        state.hovered.value = hit && drawn ? nodeForPress(drawn.model, hit.node, []) : null;
      },
      taken: options.taken,
    }),
    whenPaletteChanges(() => {
      palette.value = paletteOf(canvas);
    }),
    effect(() => {
      drawing.paint(palette.value);
      redraw();
    }),
    effect(() => {
      model.value;
      const chosen = {
        selected: state.selected.value,
        hovered: state.hovered.value,
        hidden: state.hidden.value,
        ghosted: state.ghosted.value,
        isolated: state.isolated.value,
      };
      if (!drawn) return;
      drawn.mark(marksOfNodes(drawn.model, chosen));
      isPaintOld = true;
      settle();
    }),
    effect(() => {
      model.value;
      drawn?.explode(state.explosion.value);
      settle();
    }),
    effect(() => {
      model.value;
      const { shade } = palette.value;
      const by = state.colourBy.value;
      legend.value = drawn?.colour(by, shade) ?? [];
      isPaintOld = true;
      redraw();
    }),
    effect(() => {
      model.value;
      drawn?.drawEdges(state.edges.value);
      redraw();
    }),
    effect(() => {
      state.section.value;
      settle();
    }),
    effect(() => {
      for (const each of [model, state.section, state.explosion, state.hidden]) each.value;
      for (const each of [state.ghosted, state.isolated, state.edges]) each.value;
      isCutOld = true;
      redraw();
    }),
    effect(() => {
      for (const each of [eye, state.orthographic, state.dimensions, state.measured, annotations]) each.value;
      redraw();
    }),
  ];
  const sized = new ResizeObserver(redraw);
  sized.observe(canvas);
  const takeAway = (event: Event) => {
    // Without this it is never given back.
    event.preventDefault();
    lost.value = true;
  };
  const giveBack = () => {
    lost.value = false;
    redraw();
  };
  canvas.addEventListener('webglcontextlost', takeAway);
  canvas.addEventListener('webglcontextrestored', giveBack);

  return {
    ...state,
    model,
    legend,
    lost,
    annotations,
    eye,
    overlay: drawing.overlay,
    counted,
    async show(next) {
      turn += 1;
      const mine = turn;
      const givenUp = () => mine !== turn || ended;
      const parts = await keepParts(next, kept, givenUp);
      if (!parts || givenUp()) return false;
      const began = performance.now();
      const before = drawn;
      drawn = new DrawnModel(next, parts, drawing.uniforms, options.steps ?? []);
      kept = parts;
      drawing.put(drawn.group, before?.group ?? null);
      before?.dispose(parts);
      model.value = next;
      if (before) return true;
      untracked(() => look(fitTo(ISO) ?? eye.peek()));
      if (performance.now() - began > SHORT) return true;
      // The first picture is waited for: where the page did not stall so far it need not wait for the next frame to begin.
      frames.now();
      return true;
    },
    fit(what = 'all') {
      const to = fitTo(eye.peek(), what === 'selected');
      if (to) fly(to);
    },
    view(view) {
      const to = fitTo(anglesOf(view));
      if (to) fly(to);
    },
    orbit: (aside, upwards) => look(orbited(eye.peek(), aside, upwards)),
    pan: (x, y) => look(panned(eye.peek(), x, y, canvas.clientHeight)),
    zoom: (factor) =>
      look(zoomed(eye.peek(), factor, 0, 0, canvas.clientHeight, [around.radius / 500, around.radius * 40])),
    pick,
    rayAt,
    project,
    wear(occurrence, bits, red, green, blue) {
      drawn?.wear(occurrence, bits, red, green, blue);
      isCutOld ||= state.section.peek() !== null;
      redraw();
    },
    redraw,
    async picture(width, height, view) {
      const box = drawn?.seen();
      const from =
        view && box && !isEmpty(box)
          ? fitted(anglesOf(view), box, width / height, state.orthographic.peek())
          : eye.peek();
      cutAnew();
      const done = drawing.picture(from, state.orthographic.peek(), around, width, height);
      redraw();
      return done;
    },
    dispose() {
      ended = true;
      land();
      frames.stop();
      sized.disconnect();
      for (const end of ends) end();
      canvas.removeEventListener('webglcontextlost', takeAway);
      canvas.removeEventListener('webglcontextrestored', giveBack);
      cut.dispose();
      drawn?.dispose(new Map());
      drawing.dispose();
    },
  };
}
