import type { DraftContent } from './content.ts';
import type { Contradiction } from './contradictionView.ts';
import { readQuantity } from './quantities.ts';

/** What is measured, in its base unit. */
type Measure =
  | 'flow'
  | 'pressure'
  | 'power'
  | 'mass'
  | 'voltage'
  | 'current'
  | 'length'
  | 'volume'
  | 'speed'
  | 'turning';

const LITRES_OF_GALLON = 3.785411784;
const BAR_OF_PSI = 0.0689475729;
const WATTS_OF_HORSEPOWER = 745.699872;
const KILOGRAMS_OF_POUND = 0.45359237;

/** Units as they stand behind a number, and how many of the base unit (l/min, bar, W, kg, V, A, mm, l, km/h, rpm) one is. */
const UNITS: readonly [pattern: string, measure: Measure, inBase: number][] = [
  [String.raw`gal(?:lons?)?\s?(?:\/|per)\s?min(?:ute)?|gpm`, 'flow', LITRES_OF_GALLON],
  [String.raw`l(?:it(?:er|re)s?)?\s?(?:\/|per)\s?min(?:ute)?|lpm`, 'flow', 1],
  ['psi', 'pressure', BAR_OF_PSI],
  ['bars?', 'pressure', 1],
  ['mpa', 'pressure', 10],
  ['kw|kilowatts?', 'power', 1000],
  ['hp|horsepower', 'power', WATTS_OF_HORSEPOWER],
  ['w|watts?', 'power', 1],
  ['kg|kilograms?', 'mass', 1],
  ['lbs?|pounds?', 'mass', KILOGRAMS_OF_POUND],
  ['v(?:dc|ac)?|volts?', 'voltage', 1],
  ['a(?:mps?)?|amperes?', 'current', 1],
  ['rpm', 'turning', 1],
  [String.raw`km\/h|kph`, 'speed', 1],
  ['mph', 'speed', 1.609344],
  ['mm', 'length', 1],
  ['cm', 'length', 10],
  ['m', 'length', 1000],
  ['in(?:ch(?:es)?)?|["”″]', 'length', 25.4],
  ['ft|feet', 'length', 304.8],
  ['gal(?:lons?)?', 'volume', LITRES_OF_GALLON],
  ['l(?:it(?:er|re)s?)?', 'volume', 1],
];
const PATTERNS = UNITS.map(([pattern, measure, inBase]) => ({
  whole: new RegExp(`^(?:${pattern})$`, 'i'),
  measure,
  inBase,
}));
const QUANTITY = new RegExp(
  String.raw`(?<![\w.,/-])(\d+(?:[.,]\d+)*(?:[\s-]\d+\/\d+)?|\d+\/\d+)\s?(${UNITS.map(([pattern]) => pattern).join('|')})(?![\w/²³])`,
  'gi',
);
/** A range (`10-15 gal/min`), a bound or a guess says no one value. */
const INEXACT =
  /(?:\bup to|\bat least|\bat most|\bmax(?:imum)?\.?|\bmin(?:imum)?\.?|\bless than|\bmore than|\babout|\bfrom|\bto|[-–—~≈<>≤≥±])\s*$/i;
const RANGE_BEHIND = /^\s*(?:[-–—]|to\b|±|or more|or less)/i;

/** Nouns that have one value in a design; what is measured follows from the unit. */
const NOUNS: readonly [pattern: RegExp, noun: string, measures: readonly Measure[]][] = [
  [/\b(?:flow(?: rate)?|caudal)\b/i, 'flow', ['flow']],
  [/\b(?:working pressure|operating pressure|pressure|presi[oó]n)\b/i, 'pressure', ['pressure']],
  [/\b(?:engine|motor)?\s?(?:power|potencia)\b/i, 'power', ['power']],
  [/\b(?:voltage|tensi[oó]n|voltaje)\b/i, 'voltage', ['voltage']],
  [/\b(?:total (?:mass|weight)|mass|weight|weighs|peso|masa)\b/i, 'mass', ['mass']],
  [/\b(?:current|corriente)\b/i, 'current', ['current']],
  [/\b(?:shaft diameter|shaft|eje)\b/i, 'shaft', ['length']],
  [/\b(?:tank(?: capacity| volume)?|capacity|capacidad)\b/i, 'capacity', ['volume']],
  [/\b(?:top speed|travel speed|velocidad)\b/i, 'speed', ['speed']],
];

/** Where something says a value: what of, in base units. */
interface Said {
  noun: string;
  value: number;
  written: string;
  at: string[];
}

const TOLERANCE = 0.02;
/** Characters between a noun and its number, in one sentence. */
const REACH = 40;

/** Two different values for one and the same quantity: 15 gal/min in the story, 18 gal/min in a step. */
export function twoValuesIn(content: DraftContent): Contradiction[] {
  const byNoun = Map.groupBy(saidIn(content), ({ noun }) => noun);
  return [...byNoun].flatMap(([noun, said]) => {
    const [first] = said;
    if (first === undefined) return [];
    const other = said.find(({ value }) => !isClose(value, first.value));
    if (other === undefined) return [];
    return [
      {
        kind: 'twoValues' as const,
        sentence: `Two values for the ${noun}: ${first.written} and ${other.written}.`,
        at: [first.at, other.at],
        values: [first.written, other.written],
      },
    ];
  });
}

const isClose = (one: number, other: number): boolean =>
  Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));

function saidIn(content: DraftContent): Said[] {
  const { parameters, story, purpose, safety, steps, interfaces } = content;
  return [
    ...parameters.flatMap(({ id, name, value, unit }) => {
      const read = unitOf(unit || value.replace(/^[\d.,/\s-]+/, ''));
      const number = readQuantity(/^[\d.,/\s-]*\d/.exec(value)?.[0] ?? '');
      if (read === null || number === null) return [];
      const noun = nounOf(name, read.measure);
      const written = `${value} ${unit}`.trim();
      return noun
        ? [{ noun, value: number.quantity * read.inBase, written, at: ['parameters', id, 'value'] }]
        : [];
    }),
    ...saidInText(purpose, ['purpose']),
    ...saidInText(story, ['story']),
    ...saidInText(safety, ['safety']),
    ...interfacesSay(interfaces),
    ...steps.flatMap((step) => saidInText(step.text, ['steps', step.id, 'text'])),
  ];
}

/** Of several ports each has its own; of one alone the design's flow can be told. */
function interfacesSay(interfaces: DraftContent['interfaces']): Said[] {
  const only = (kind: string) => interfaces.filter((each) => each.kind === kind).length === 1;
  return interfaces.flatMap((each): Said[] => {
    if (!only(each.kind)) return [];
    const at = (field: string) => ['interfaces', each.id, field];
    if (each.kind === 'hydraulicPort') {
      return [
        ...(each.flow === null
          ? []
          : [{ noun: 'flow', value: each.flow, written: `${each.flow} l/min`, at: at('flow') }]),
        ...(each.pressure === null
          ? []
          : [
              { noun: 'pressure', value: each.pressure, written: `${each.pressure} bar`, at: at('pressure') },
            ]),
      ];
    }
    if (each.kind === 'electric') {
      return [{ noun: 'voltage', value: each.volts, written: `${each.volts} V`, at: at('volts') }];
    }
    if (each.kind === 'shaft') {
      return [{ noun: 'shaft', value: each.diameter, written: `${each.diameter} mm`, at: at('diameter') }];
    }
    return [];
  });
}

/** `The flow is 15 gal/min`, `18 gal/min flow`: a number with its unit, and the noun nearest in the same sentence. */
function saidInText(text: string, at: string[]): Said[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(QUANTITY)].flatMap((match): Said[] => {
    const [written, number = '', word = ''] = match;
    const begin = match.index;
    const before = lastSentence(text.slice(Math.max(0, begin - REACH), begin));
    const behind = text.slice(begin + written.length, begin + written.length + REACH);
    const unit = unitOf(word);
    const value = readQuantity(number);
    if (unit === null || value === null || INEXACT.test(before) || RANGE_BEHIND.test(behind)) return [];
    const noun = nounOf(before, unit.measure) ?? nounRightBehind(behind, unit.measure);
    return noun === null ? [] : [{ noun, value: value.quantity * unit.inBase, written, at }];
  });
}

const lastSentence = (text: string): string => text.split(/[.!?;:]\s|\n|,\s/).at(-1) ?? '';

const nounRightBehind = (text: string, measure: Measure): string | null =>
  nounOf(/^(?:\s+of)?(?:\s+[\p{L}]+){1,2}/u.exec(text)?.[0] ?? '', measure);

const nounOf = (text: string, measure: Measure): string | null =>
  NOUNS.find(([pattern, , measures]) => measures.includes(measure) && pattern.test(text))?.[1] ?? null;

const unitOf = (word: string): { measure: Measure; inBase: number } | null =>
  PATTERNS.find(({ whole }) => whole.test(word.trim())) ?? null;
