import type { Language } from '../../shared/language.ts';
import { languageHere } from './language.ts';
import type { sharedInEnglish } from './sharedInEnglish.ts';
import { type Catalogue as General, t as general } from './text.ts';

/** What pages of designs and of builds both say, which every language fills: neither waits for the other's texts. */
export type SharedCatalogue = typeof sharedInEnglish;

/** All texts for what both draw: these and the program's. Set before a page of either is loaded. */
export let t: General & SharedCatalogue;

const LANGUAGES: Record<Language, () => Promise<SharedCatalogue>> = {
  en: async () => (await import('./sharedInEnglish.ts')).sharedInEnglish,
  es: async () => (await import('./sharedInSpanish.ts')).sharedInSpanish,
};

/** Fetches them, and sets nothing yet. */
export const sharedCatalogue = (language: Language) => LANGUAGES[language]();

/** Sets the texts, once, in the language that the page is in. */
export async function speakOfShared(language: Language = languageHere()): Promise<void> {
  if (t === undefined) t = { ...general, ...(await sharedCatalogue(language)) };
}
