import type { Model } from '../models/model.ts';
import { topologyOf } from './meshTopology.ts';
import { sceneOf } from './scene.ts';
import { simplerModel } from './simplerModel.ts';
import { pathOf, type Stroke, strokesOf } from './strokes.ts';
import { tilesOf } from './tiles.ts';
import { type DrawingView, LOOKING } from './views.ts';
import { visibleSegments } from './visibleSegments.ts';

interface Options {
  /** Pixels across; the height follows, at most as much. */
  width?: number;
  /** Told to whoever cannot see it. */
  title?: string;
  /** Whether it stands by itself: then it brings its colours for light and dark, else it takes the page's ink. */
  alone?: boolean;
}

const USUAL_WIDTH = 640;
const MARGIN = 6;
/** Points that all lines together may have: a few hundred kilobytes at the very most. */
const MOST_POINTS = 30_000;
/** Pixels below which a drawing is small: a hole would be a blot on it, and is left out. */
const SMALL = 240;
/** Tenths of a pixel. */
const LEAST_IN_SMALL = 60;
const MANY_POINTS = 3000;
const INK = 'svg{color:#181e22}@media (prefers-color-scheme:dark){svg{color:#e6e5dc}}';

/**
 * A model as an SVG drawing of its edges and outlines, those behind something left out. Parallel projection; the same
 * model gives the same text. What is too large to be drawn in time is drawn coarser: see `simplerModel`.
 */
export function lineDrawing(model: Model, view: DrawingView, options: Options = {}): string {
  const { width = USUAL_WIDTH, title = model.nodes[0]?.name ?? '', alone = false } = options;
  const simple = simplerModel(model);
  const scene = sceneOf(
    simple,
    simple.parts.map(({ mesh }) => topologyOf(mesh)),
    LOOKING[view],
  );
  const [across, upwards] = [scene.right - scene.left, scene.top - scene.bottom];
  const largest = Math.max(across, upwards);
  if (!(largest > 0)) return written(width, width / 2, title, alone, [], []);
  const pixel = largest / (width - 2 * MARGIN);
  const segments = visibleSegments(scene, tilesOf(scene), { skin: pixel * 0.04, speck: pixel * 0.4 });
  const sheetWidth = Math.ceil(across / pixel) + 2 * MARGIN;
  const sheetHeight = Math.ceil(upwards / pixel) + 2 * MARGIN;
  const strokes = strokesOf(segments, {
    left: scene.left - MARGIN * pixel,
    top: scene.top + MARGIN * pixel,
    scale: 10 / pixel,
  });
  const [outlines, inner] = bounded(strokes.outlines, strokes.inner, width < SMALL ? LEAST_IN_SMALL : 0);
  return written(sheetWidth, sheetHeight, title, alone, outlines, inner);
}

/** Leaves out lines up to a length in tenths of a pixel, and longer ones where there are too many. */
function bounded(outlines: Stroke[], inner: Stroke[], shortest: number): [Stroke[], Stroke[]] {
  for (let least = shortest; ; least = Math.max(5, least * 2)) {
    const isLong = (stroke: Stroke) => lengthOf(stroke) > least;
    const kept: [Stroke[], Stroke[]] = [outlines.filter(isLong), inner.filter(isLong)];
    if (pointsOf(kept[0]) + pointsOf(kept[1]) <= MOST_POINTS) return kept;
  }
}

const pointsOf = (strokes: readonly Stroke[]): number =>
  strokes.reduce((sum, { length }) => sum + length / 2, 0);

function lengthOf(stroke: Stroke): number {
  let sum = 0;
  for (let at = 2; at < stroke.length; at += 2) {
    sum += Math.hypot(
      (stroke[at] ?? 0) - (stroke[at - 2] ?? 0),
      (stroke[at + 1] ?? 0) - (stroke[at - 1] ?? 0),
    );
  }
  return sum;
}

function written(
  width: number,
  height: number,
  title: string,
  alone: boolean,
  outlines: Stroke[],
  inner: Stroke[],
): string {
  // Many lines on the same sheet are drawn with a finer pen.
  const [thick, thin] = pointsOf(outlines) + pointsOf(inner) > MANY_POINTS ? [11, 7] : [15, 9];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * 10} ${height * 10}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>${alone ? `<style>${INK}</style>` : ''}`,
    '<g fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round">',
    inner.length > 0 && `<path stroke-width="${thin}" d="${pathOf(inner)}"/>`,
    outlines.length > 0 && `<path stroke-width="${thick}" d="${pathOf(outlines)}"/>`,
    '</g></svg>\n',
  ]
    .filter((each) => each !== false)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
