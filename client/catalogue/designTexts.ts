import type { Language } from '../../shared/language.ts';
import type { designsInEnglish } from './designsInEnglish.ts';
import { languageHere } from './language.ts';
import { t as ofBoth, type SharedCatalogue, speakOfShared } from './sharedTexts.ts';
import type { Catalogue as General } from './text.ts';

/** The texts of designs, which every language fills. They come when a page of designs is first opened. */
export type DesignCatalogue = typeof designsInEnglish;

/** All texts for pages of designs: their own, those that builds say too, and the program's. Set before such a page is loaded. */
export let t: General & SharedCatalogue & DesignCatalogue;

const LANGUAGES: Record<Language, () => Promise<DesignCatalogue>> = {
  en: async () => (await import('./designsInEnglish.ts')).designsInEnglish,
  es: async () => (await import('./designsInSpanish.ts')).designsInSpanish,
};

/** Fetches them, and sets nothing yet. */
export const designCatalogue = (language: Language) => LANGUAGES[language]();

/** Sets the texts, once, in the language that the page is in. */
export async function speakOfDesigns(language: Language = languageHere()): Promise<void> {
  if (t !== undefined) return;
  const [own] = await Promise.all([designCatalogue(language), speakOfShared(language)]);
  t = { ...ofBoth, ...own };
}
