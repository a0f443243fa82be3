import type { Language } from '../../shared/language.ts';
import type { buildsInEnglish } from './buildsInEnglish.ts';
import { languageHere } from './language.ts';
import { t as ofBoth, type SharedCatalogue, speakOfShared } from './sharedTexts.ts';
import type { Catalogue as General } from './text.ts';

/** The texts of builds, things and shelves, which every language fills. They come when such a page is first opened. */
export type BuildCatalogue = typeof buildsInEnglish;

/** All texts for these pages: their own, those that designs say too, and the program's. Set before such a page is loaded. */
export let t: General & SharedCatalogue & BuildCatalogue;

const LANGUAGES: Record<Language, () => Promise<BuildCatalogue>> = {
  en: async () => (await import('./buildsInEnglish.ts')).buildsInEnglish,
  es: async () => (await import('./buildsInSpanish.ts')).buildsInSpanish,
};

/** Fetches them, and sets nothing yet. */
export const buildCatalogue = (language: Language) => LANGUAGES[language]();

/** Sets the texts, once, in the language that the page is in. */
export async function speakOfBuilds(language: Language = languageHere()): Promise<void> {
  if (t !== undefined) return;
  const [own] = await Promise.all([buildCatalogue(language), speakOfShared(language)]);
  t = { ...ofBoth, ...own };
}
