import type { Vector } from '../../shared/modules/vectors.ts';

/** A line or a point with words, drawn over the picture. */
export interface Annotation {
  from: Vector;
  /** The same as `from`: a point. */
  to: Vector;
  text: string;
  tone: 'dimension' | 'measure';
}

/** Where something stands on the picture, in its pixels; null behind the eye. */
export type Project = (at: Vector) => { x: number; y: number } | null;

/** Pixels: shorter lines have no words; nearer to the edge of the picture words begin or end there. */
const LEAST_LENGTH = 14;
const EDGE = 80;

const SVG = 'http://www.w3.org/2000/svg';
const make = <Name extends keyof SVGElementTagNameMap>(name: Name): SVGElementTagNameMap[Name] =>
  document.createElementNS(SVG, name);

interface Drawn {
  group: SVGGElement;
  line: SVGLineElement;
  ends: [SVGCircleElement, SVGCircleElement];
  text: SVGTextElement;
}

/** Lines and words in an SVG that lies over the picture: as sharp as print, in the colours of the page. */
export class AnnotationLayer {
  readonly #svg: SVGSVGElement;
  readonly #drawn: Drawn[] = [];

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  draw(annotations: readonly Annotation[], project: Project): void {
    while (this.#drawn.length < annotations.length) this.#drawn.push(this.#add());
    this.#drawn.forEach((drawn, index) => {
      const annotation = annotations[index];
      const [from, to] = annotation ? [project(annotation.from), project(annotation.to)] : [null, null];
      // A length that is looked at from its end would only be in the way.
      const short = from && to && Math.hypot(from.x - to.x, from.y - to.y) < LEAST_LENGTH;
      const shown = annotation && from && to && !(short && annotation.tone === 'dimension');
      drawn.group.toggleAttribute('hidden', !shown);
      drawn.group.setAttribute('display', shown ? 'inline' : 'none');
      if (!shown) return;
      drawn.group.dataset.tone = annotation.tone;
      const set = (element: SVGElement, values: Record<string, number>) => {
        for (const [name, value] of Object.entries(values)) element.setAttribute(name, value.toFixed(1));
      };
      set(drawn.line, { x1: from.x, y1: from.y, x2: to.x, y2: to.y });
      set(drawn.ends[0], { cx: from.x, cy: from.y });
      set(drawn.ends[1], { cx: to.x, cy: to.y });
      const middle = (from.x + to.x) / 2;
      const width = this.#svg.clientWidth;
      const anchor = middle < EDGE ? 'start' : middle > width - EDGE ? 'end' : 'middle';
      drawn.text.setAttribute('text-anchor', anchor);
      const x = { start: 6, middle, end: width - 6 }[anchor];
      set(drawn.text, { x, y: Math.max(18, (from.y + to.y) / 2 - 6) });
      if (drawn.text.textContent !== annotation.text) drawn.text.textContent = annotation.text;
    });
  }

  #add(): Drawn {
    const drawn: Drawn = {
      group: make('g'),
      line: make('line'),
      ends: [make('circle'), make('circle')],
      text: make('text'),
    };
    for (const end of drawn.ends) end.setAttribute('r', '3.5');
    drawn.group.append(drawn.line, ...drawn.ends, drawn.text);
    this.#svg.append(drawn.group);
    return drawn;
  }
}
