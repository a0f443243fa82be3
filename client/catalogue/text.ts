import type { en } from './en.ts';

/** The shape that every language fills: plain sentences, and functions where something is put in. */
export type Catalogue = typeof en;

/**
 * Every text of the pages, by key. `main.tsx` fetches the catalogue of the person's language and sets it before it
 * loads anything that draws.
 */
export let t: Catalogue;

/** The BCP 47 tag after which dates are ordered and numbers written: `es-MX`, `en-GB`. */
export let locale: string;

/** Sets the texts. Called once, before any page is loaded: pages take their texts when they are. */
export function speak(catalogue: Catalogue, tag: string): void {
  t = catalogue;
  locale = tag;
}
