import './olderBrowsers.ts';
import './look/fonts.css';
import './look/tokens.css';
import './look/base.css';
import { fetchTextsAhead } from './catalogue/ahead.ts';
import { catalogueOf, languageHere, localeOf } from './catalogue/language.ts';
import { speak } from './catalogue/text.ts';
import { keptTheme, takeTheme } from './theme.ts';

/** Texts first: every module that draws takes its own from the catalogue when it is loaded. */
async function begin(): Promise<void> {
  const language = languageHere();
  document.documentElement.lang = language;
  takeTheme(keptTheme());
  fetchTextsAhead(location.pathname, language);
  speak(await catalogueOf(language), localeOf(language, navigator.languages));
  const { show } = await import('./begin.tsx');
  show();
}

begin();
