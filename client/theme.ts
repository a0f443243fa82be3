import type { MeView } from '../shared/members/views.ts';

export type Theme = MeView['theme'];
const KEY = 'commonwright-theme';

const isTheme = (text: string | null): text is Theme =>
  text === 'system' || text === 'light' || text === 'dark';

/** Shows a palette and keeps the choice in this browser, so that the next start shows it at once. */
export function takeTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing follows the account at every start.
  }
}

/** What this browser showed last. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return isTheme(kept) ? kept : 'system';
  } catch {
    return 'system';
  }
}
