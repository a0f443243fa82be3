import type { Colour, Shade } from './colours.ts';

/** The tokens of the look that a drawing is made with. */
export interface Palette {
  shade: Shade;
  paper: Colour;
  ink: Colour;
  accent: Colour;
}

const parsed = (text: string, otherwise: Colour): Colour => {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (!hex) return otherwise;
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
};

/** The palette that an element is shown in now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: Colour) => parsed(style.getPropertyValue(name), otherwise);
  const paper = token('--sheet', [0.99, 0.99, 0.98]);
  return {
    shade: paper[0] + paper[1] + paper[2] > 1.5 ? 'light' : 'dark',
    paper,
    ink: token('--ink', [0.1, 0.12, 0.13]),
    accent: token('--steel', [0.11, 0.31, 0.49]),
  };
}

/** Tells when the palette may have changed: by the system, or by the person's choice. @returns what ends it. */
export function whenPaletteChanges(changed: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', changed);
    observer.disconnect();
  };
}
