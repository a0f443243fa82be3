import '../olderBrowsers.ts';
import { askAsNobody } from '../api.ts';
import { speakOfDesigns } from '../catalogue/designTexts.ts';
import { catalogueOf, languageAsked, localeOf } from '../catalogue/language.ts';
import { speak } from '../catalogue/text.ts';
import type { EmbeddedShape } from './embeddedShape.ts';

/** Puts the model into the place of its picture, in the language in which the server wrote the page. */
export async function turn(stage: HTMLElement, shape: EmbeddedShape): Promise<void> {
  askAsNobody();
  const language = languageAsked([document.documentElement.lang]);
  speak(await catalogueOf(language), localeOf(language, navigator.languages));
  await speakOfDesigns(language);
  const { showEmbedded } = await import('./embeddedModel.tsx');
  showEmbedded(stage, shape);
}
