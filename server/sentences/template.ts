/**
 * Sentences of one language by those of another. In both, `{0}`, `{1}` … stand for what is put in; the English ones are
 * written as the program makes them.
 */
export type Sentences = Readonly<Record<string, string>>;

/** A sentence in the other language; null where none of the templates made it. */
export type Translate = (sentence: string) => string | null;

const HOLE = /\{(\d)\}/g;

interface Pattern {
  matches: RegExp;
  holes: string[];
  into: string;
}

function patternOf([from, into]: [string, string]): Pattern {
  const holes = [...from.matchAll(HOLE)].map(([, hole]) => hole ?? '');
  const parts = from.split(/\{\d\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { matches: new RegExp(`^${parts.join('(.+?)')}$`, 's'), holes, into };
}

/** How much of a template is words of its own: the more, the surer that it made a sentence. */
const own = ([from]: [string, string]) => from.replaceAll(HOLE, '').length;

/**
 * Reads sentences back into the templates that made them and says them with the other ones. Nobody who writes a
 * sentence has to know of it.
 * @param within what a hole holds in the other language: a time, a number of things, or the same again.
 */
export function translatorOf(sentences: Sentences, within: (hole: string) => string): Translate {
  const entries = Object.entries(sentences);
  const whole = new Map(entries.filter(([from]) => !from.includes('{')));
  const patterns = entries
    .filter(([from]) => from.includes('{'))
    .toSorted((one, other) => own(other) - own(one))
    .map(patternOf);
  return (sentence) => {
    const known = whole.get(sentence);
    if (known !== undefined) return known;
    for (const { matches, holes, into } of patterns) {
      const found = matches.exec(sentence);
      if (!found) continue;
      const held = new Map(holes.map((hole, index) => [hole, within(found[index + 1] ?? '')]));
      return into.replaceAll(HOLE, (_all, hole: string) => held.get(hole) ?? '');
    }
    return null;
  };
}
