import type { Language } from '../../shared/language.ts';
import { buildCatalogue } from './buildTexts.ts';
import { designCatalogue } from './designTexts.ts';
import { sharedCatalogue } from './sharedTexts.ts';
import { workshopCatalogue } from './workshopTexts.ts';

export type Texts = 'workshops' | 'designs' | 'builds';

const LOADS: Record<Texts, readonly ((language: Language) => Promise<unknown>)[]> = {
  workshops: [workshopCatalogue],
  designs: [sharedCatalogue, designCatalogue],
  builds: [sharedCatalogue, buildCatalogue],
};

/** Whose texts the page at a path says. */
export function textsOf(path: string): Texts {
  if (/^\/(builds|things|shelf|salvage|made-with|me\/work)(\/|$)|\/problems\//.test(path)) return 'builds';
  return /^\/(designs|compare)(\/|$)/.test(path) ? 'designs' : 'workshops';
}

/** Begins to fetch what a page says beside what all pages say, instead of after it. Never throws. */
export function fetchTextsAhead(path: string, language: Language): void {
  for (const load of LOADS[textsOf(path)]) load(language).catch(() => undefined);
}
