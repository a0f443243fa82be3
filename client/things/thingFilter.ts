/** Which things are looked at. */
export type Show = 'all' | 'parts' | 'salvage' | 'fitted' | 'gone';

export interface ThingFilter {
  words: string;
  show: Show;
  /** Empty: of every workshop. */
  workshop: string;
  /** Empty: of every design. */
  design: string;
}

/** In the order in which they are offered. */
export const SHOWS: readonly Show[] = ['all', 'parts', 'salvage', 'fitted', 'gone'];

/** The filter that an address asks for. */
export const filterFrom = (query: Record<string, string>): ThingFilter => ({
  words: query.words ?? '',
  show: SHOWS.find((show) => show === query.show) ?? 'all',
  workshop: query.workshop ?? '',
  design: query.design ?? '',
});

const NARROWS: Record<Show, Record<string, string>> = {
  all: {},
  parts: { machines: 'false' },
  salvage: { salvage: 'true' },
  fitted: { status: 'fitted' },
  gone: { status: 'scrapped' },
};

/** The question to the server. `after`: the `next` of the page before. */
export function thingsPath({ words, show, workshop, design }: ThingFilter, after: string | null): string {
  const asked = Object.entries({
    words: words.trim(),
    workshop,
    design,
    after: after ?? '',
    ...NARROWS[show],
  });
  const query = new URLSearchParams(asked.filter(([, value]) => value !== ''));
  return `/api/things${query.size > 0 ? `?${query}` : ''}`;
}

/** The address of the page with this filter, so that it can be shared and gone back to. */
export function addressWith({ words, show, workshop, design }: ThingFilter): string {
  const asked = Object.entries({ words, show: show === 'all' ? '' : show, workshop, design });
  const query = new URLSearchParams(asked.filter(([, value]) => value !== ''));
  return `/things${query.size > 0 ? `?${query}` : ''}`;
}
