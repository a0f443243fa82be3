import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';

export type Sheet = 'overview' | 'people' | 'settings';

/** The three sheets of a workshop. */
export function Sheets({
  workshopId,
  current,
  mayChange,
}: {
  workshopId: string;
  current: Sheet;
  mayChange: boolean;
}) {
  const words = t.workshops.sheets;
  const sheets: { sheet: Sheet; href: string; word: string }[] = [
    { sheet: 'overview', href: addressOf.workshop(workshopId), word: words.overview },
    { sheet: 'people', href: addressOf.people(workshopId), word: words.people },
    ...(mayChange
      ? [{ sheet: 'settings' as const, href: addressOf.settings(workshopId), word: words.settings }]
      : []),
  ];
  return (
    <nav class="sheets" aria-label={words.label}>
      {sheets.map(({ sheet, href, word }) => (
        <a key={sheet} href={href} aria-current={sheet === current ? 'page' : undefined}>
          {word}
        </a>
      ))}
    </nav>
  );
}
