import { useMemo, useState } from 'preact/hooks';
import type { Drawing2d, Outline } from '../../../shared/models/read/drawing/drawing2d.ts';
import { t } from '../../catalogue/designTexts.ts';
import { ManyChips } from '../../ui/chips.tsx';
import { millimetresInWords } from '../../viewer/lengthWords.ts';

/** Room around a drawing, against its larger side. */
const MARGIN = 0.04;
const MOST_LAYERS = 40;

interface FlatDrawingProps {
  drawing: Drawing2d;
  /** The file's name. */
  name: string;
}

/** A drawing in two dimensions, its layers to be put away. */
export function FlatDrawing({ drawing, name }: FlatDrawingProps) {
  const words = t.designModel.file;
  const { outlines, layers, box } = drawing;
  const [seen, setSeen] = useState<readonly string[]>(layers);
  const paths = useMemo(() => pathsOfLayers(outlines), [outlines]);
  const [width, height] = [box.high[0] - box.low[0], box.high[1] - box.low[1]];
  const margin = Math.max(width, height, 1e-6) * MARGIN;
  // What is a single line has a height or a width of nothing.
  const view = [box.low[0] - margin, -box.high[1] - margin, width + 2 * margin, height + 2 * margin];
  return (
    <figure class="flat-drawing">
      <svg class="flat-lines" viewBox={view.join(' ')} role="img" aria-label={words.drawing(name)}>
        <g transform="scale(1 -1)">
          {[...paths].map(
            ([layer, path]) =>
              seen.includes(layer) && <path key={layer} d={path} vector-effect="non-scaling-stroke" />,
          )}
        </g>
      </svg>
      <figcaption>{words.size(millimetresInWords(width), millimetresInWords(height))}</figcaption>
      {layers.length > 1 && (
        <ManyChips
          label={words.layers}
          values={seen}
          options={layers.slice(0, MOST_LAYERS).map((layer) => ({ value: layer, label: layer || '0' }))}
          onValues={setSeen}
        />
      )}
    </figure>
  );
}

/** For each layer all its outlines as one path, y upwards as they are. */
export function pathsOfLayers(outlines: readonly Outline[]): Map<string, string> {
  const pieces = new Map<string, string[]>();
  for (const outline of outlines) {
    const of = pieces.get(outline.layer) ?? [];
    pieces.set(outline.layer, of);
    of.push(pathOf(outline));
  }
  return new Map([...pieces].map(([layer, of]) => [layer, of.join('')] as const));
}

function pathOf({ start, segments, closed }: Outline): string {
  let path = `M${start[0]} ${start[1]}`;
  let from = start;
  for (const segment of segments) {
    const { to } = segment;
    const end = `${to[0]} ${to[1]}`;
    if (segment.kind === 'cubic') path += `C${segment.one.join(' ')} ${segment.other.join(' ')} ${end}`;
    else if (segment.kind === 'arc' && segment.bulge !== 0) {
      const chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const { bulge } = segment;
      // From the tangent of a quarter of the angle: r = chord (1 + b²) / 4b.
      const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
      path += `A${radius} ${radius} 0 ${Math.abs(bulge) > 1 ? 1 : 0} ${bulge > 0 ? 1 : 0} ${end}`;
    } else path += `L${end}`;
    from = to;
  }
  return closed ? `${path}Z` : path;
}
