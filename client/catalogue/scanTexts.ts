import type { Language } from '../../shared/language.ts';
import type { scanning as english } from './english/scanning.ts';
import { languageHere } from './language.ts';

/** The texts of the camera that reads codes: they come with it, and no page waits for them. */
export let scanTexts: typeof english;

const LANGUAGES: Record<Language, () => Promise<typeof english>> = {
  en: async () => (await import('./english/scanning.ts')).scanning,
  es: async () => (await import('./spanish/scanning.ts')).scanning,
};

/** Sets the texts, once, in the language that the page is in. */
export async function speakOfScanning(language: Language = languageHere()): Promise<void> {
  scanTexts ??= await LANGUAGES[language]();
}
