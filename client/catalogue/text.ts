import { en } from './en.ts';

/** The shape that every language fills: plain sentences, and functions where something is put in. */
export type Catalogue = typeof en;

/** Every text of the pages, by key. English is the only language so far. */
export const t: Catalogue = en;
