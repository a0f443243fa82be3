import { describe, expect, it } from 'vitest';
import { buildsInEnglish } from '../../../client/catalogue/buildsInEnglish.ts';
import { buildsInSpanish } from '../../../client/catalogue/buildsInSpanish.ts';
import { designsInEnglish } from '../../../client/catalogue/designsInEnglish.ts';
import { designsInSpanish } from '../../../client/catalogue/designsInSpanish.ts';
import { en } from '../../../client/catalogue/en.ts';
import { es } from '../../../client/catalogue/es.ts';
import { languageAsked, localeOf } from '../../../client/catalogue/language.ts';
import { sharedInEnglish } from '../../../client/catalogue/sharedInEnglish.ts';
import { sharedInSpanish } from '../../../client/catalogue/sharedInSpanish.ts';
import { workshopsInEnglish } from '../../../client/catalogue/workshopsInEnglish.ts';
import { workshopsInSpanish } from '../../../client/catalogue/workshopsInSpanish.ts';

/** Words that are the same in both languages, or names. */
const SAME = [
  'draft.changes.fields.material',
  'draft.needs.interfaces',
  'draft.parts.material',
  'draft.parts.columns.material',
  'draft.sections.needs',
  'draft.steps.minutesOf',
  'things.material',
  'things.forms.material',
  'takingApart.material',
  'draft.steps.textHint',
  'draft.words.roles.software',
  'frame.product',
  'modules.of.power-cube.name',
  'shop.papers.material',
  'shop.formats.obj',
  'viewer.colourings.material',
  'modules.counts.bar',
  'modules.materials.petg',
  'frame.title',
  'me.profile.languages.en',
  'me.profile.languages.es',
  'words.no',
  'imports.templateName',
  'machineDetails.manual.title',
  'machineDetails.settings.material',
  'time.weekdays',
  'time.months',
  'time.minutes',
  'timeline.keys.8.0',
  'time.withOffset',
];

type Sentence = (...given: unknown[]) => unknown;
const isSentence = (node: unknown): node is Sentence => typeof node === 'function';

type Told = [path: string, text: string];

/** What a text says: plain ones as they stand, functions with marks put in for what they are given. */
function* told(node: unknown, path: string): Generator<Told> {
  if (typeof node === 'string') yield [path, node];
  else if (isSentence(node)) yield [path, said(node)];
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) yield* told(value, path === '' ? key : `${path}.${key}`);
}

/** Whatever is put in, a mark comes out: an object answers every question with one. */
const anything = new Proxy({}, { get: (_target, key) => `‹${String(key)}›` });

function said(text: Sentence): string {
  const marks = Array.from({ length: text.length }, (_, index) => `‹${index}›`);
  for (const given of [marks, [2, 3], [['member', 'host']], [['‹0›', '‹1›']], [anything]])
    try {
      const sentence = text(...given);
      if (typeof sentence === 'string' && sentence !== '') return sentence;
    } catch {
      // It wants something else: the next.
    }
  throw new Error(`Nothing makes this speak: ${text}`);
}

const english = new Map(
  told({ ...en, ...workshopsInEnglish, ...sharedInEnglish, ...designsInEnglish, ...buildsInEnglish }, ''),
);
const spanish = new Map(
  told({ ...es, ...workshopsInSpanish, ...sharedInSpanish, ...designsInSpanish, ...buildsInSpanish }, ''),
);

describe('the Spanish catalogue', () => {
  it('has every text of the English one, and no other', () => {
    const missing = [...english.keys()].filter((path) => !spanish.has(path));
    const surplus = [...spanish.keys()].filter((path) => !english.has(path));
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
  });

  it('leaves no text in English', () => {
    const isWord = (text: string) => /\p{L}{3}/u.test(text.replaceAll(/‹.*?›/gu, ''));
    const same = [...english].filter(
      ([path, text]) =>
        isWord(text) && spanish.get(path) === text && !SAME.some((known) => path.startsWith(known)),
    );
    expect(same).toEqual([]);
  });

  it('says all that the English text says: nothing that is put in gets lost', () => {
    const marksIn = (text: string) => [...new Set(text.match(/‹.*?›/gu) ?? [])].toSorted();
    const lost = [...english].filter(
      ([path, text]) => String(marksIn(text)) !== String(marksIn(spanish.get(path) ?? '')),
    );
    expect(lost.map(([path, text]) => [path, text, spanish.get(path)])).toEqual([]);
  });
});

describe('the language of a visit', () => {
  it('is the first of the browser that is spoken here', () => {
    expect(languageAsked(['es-MX', 'en'])).toBe('es');
    expect(languageAsked(['de-DE', 'es', 'en'])).toBe('es');
    expect(languageAsked(['de-DE'])).toBe('en');
    expect(languageAsked([])).toBe('en');
  });

  it('keeps the browser’s own country', () => {
    expect(localeOf('es', ['en-US', 'es-MX'])).toBe('es-MX');
    expect(localeOf('en', ['es-MX'])).toBe('en-GB');
  });
});
