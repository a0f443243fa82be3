/** Words that nearly every text of a language has, and the others have not. */
const COMMON: Record<string, readonly string[]> = {
  en: ['the', 'and', 'of', 'to', 'is', 'with', 'for', 'this', 'are', 'that'],
  es: ['el', 'los', 'las', 'una', 'con', 'para', 'del', 'que', 'por', 'está', 'y'],
  de: ['der', 'die', 'und', 'das', 'ist', 'mit', 'für', 'ein', 'eine', 'nicht', 'wird', 'den'],
  fr: ['le', 'les', 'des', 'une', 'est', 'avec', 'pour', 'dans', 'et', 'du', 'sur'],
};
const LEAST_WORDS = 8;

/** The language that a text is likely written in, of en, es, de, fr; null where too little tells. */
export function languageOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, 20_000)
    .toLowerCase()
    .split(/[^\p{L}]+/u)) {
    for (const [language, common] of Object.entries(COMMON)) {
      if (common.includes(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  if (first === undefined || first[1] < LEAST_WORDS || first[1] < 1.5 * (second?.[1] ?? 0)) return null;
  return first[0];
}
