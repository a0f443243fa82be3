import type { Language } from '../../shared/language.ts';
import { languageHere } from './language.ts';
import { type Catalogue as General, t as general } from './text.ts';
import type { workshopsInEnglish } from './workshopsInEnglish.ts';

/** The texts of workshops, machines and the people in them, which every language fills. */
export type WorkshopCatalogue = typeof workshopsInEnglish;

/** All texts for these pages: their own and the program's. Set before such a page is loaded. */
export let t: General & WorkshopCatalogue;

let spoken: Language | null = null;
const LANGUAGES: Record<Language, () => Promise<WorkshopCatalogue>> = {
  en: async () => (await import('./workshopsInEnglish.ts')).workshopsInEnglish,
  es: async () => (await import('./workshopsInSpanish.ts')).workshopsInSpanish,
};

/** Fetches them, and sets nothing yet. */
export const workshopCatalogue = (language: Language) => LANGUAGES[language]();

/** Sets the texts, once, in the language that the page is in. */
export async function speakOfWorkshops(language: Language = languageHere()): Promise<void> {
  if (spoken === language) return;
  t = { ...general, ...(await workshopCatalogue(language)) };
  spoken = language;
}
