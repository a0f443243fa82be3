import { type Language, language } from '../../shared/language.ts';

/** The language that a request asks for (RFC 9110, `Accept-Language`) among those that are spoken; else English. */
export function languageAccepted(header: string | undefined): Language {
  if (header === undefined || header.length > 200) return 'en';
  const asked = header.split(',').map((entry) => {
    const [tag = '', weight = 'q=1'] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const quality = Number(/^q=([01](?:\.\d{0,3})?)$/.exec(weight)?.[1] ?? 0);
    return { quality, spoken: language.safeParse(tag.split('-')[0]).data };
  });
  const best = asked
    .filter(({ quality, spoken }) => quality > 0 && spoken !== undefined)
    .toSorted((one, other) => other.quality - one.quality)[0];
  return best?.spoken ?? 'en';
}
