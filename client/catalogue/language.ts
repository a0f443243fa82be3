import type { Language } from '../../shared/language.ts';
import type { Catalogue } from './text.ts';

/** Of each language: its catalogue, fetched when it is spoken, and the locale where the browser names none. */
const LANGUAGES: Record<Language, { load: () => Promise<Catalogue>; locale: string }> = {
  en: { load: async () => (await import('./en.ts')).en, locale: 'en-GB' },
  es: { load: async () => (await import('./es.ts')).es, locale: 'es-ES' },
};
const KEY = 'commonwright-language';

const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(LANGUAGES, text);

/** The first language of the browser that the program speaks; else English. */
export function languageAsked(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [language = ''] = tag.toLowerCase().split('-');
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The browser's own locale of a language (`es-MX`), which orders dates and begins weeks; else the usual one. */
export const localeOf = (language: Language, tags: readonly string[]) =>
  tags.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? LANGUAGES[language].locale;

export const catalogueOf = (language: Language) => LANGUAGES[language].load();

/** What the account that was last signed in here has chosen; else what the browser asks for. */
export function languageHere(): Language {
  const kept = keptLanguage();
  return isLanguage(kept) ? kept : languageAsked(navigator.languages);
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Keeps the choice of an account in this browser; null follows the browser. Where it is another language than the one
 * on the page, the page is loaded anew: its texts are taken when it is loaded.
 */
export function takeLanguage(language: Language | null): void {
  try {
    if (language === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing would ask for ever: it stays with its own language.
    return;
  }
  if (languageHere() !== document.documentElement.lang) location.reload();
}
