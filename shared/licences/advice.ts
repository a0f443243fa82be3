import satisfies from 'spdx-satisfies';
import { commonLicences } from './choices.ts';
import {
  alternativesOf,
  expressionOf,
  type LicenceAlternatives,
  type LicenceTerm,
  withoutCountry,
} from './expression.ts';
import { RECIPROCITY, type Reciprocity } from './reciprocity.ts';

/** Same shape as the view `licenceAdvice` of drafts. */
export interface Advice {
  /** Null where the licence may stand. */
  refusal: string | null;
  /** Expressions that may be chosen instead, nearest first; null: any. Empty: none. */
  allowed: string[] | null;
}

/** Ways that a source leaves its forks: of each one, every term must be answered for. */
interface Source {
  expression: string;
  ways: Demand[][];
}

/** What one licence wants of a changed version; `under` null: nothing. */
interface Demand {
  term: LicenceTerm;
  under: readonly string[] | null;
}

const KNOWN = new Map(RECIPROCITY.map((row) => [row.licence, row]));

/**
 * Whether what is made from sources may stand under a licence: no fork and no adoption drops share-alike. A licence
 * that is not in the table is only ever followed by itself.
 * @param sources expressions of what it is made from; what is no SPDX expression binds nobody here.
 * @param chosen expression of the result; empty: nothing is chosen yet.
 */
export function adviceFor(sources: readonly string[], chosen: string): Advice {
  const bound = [...new Set(sources)].flatMap((expression) => sourceOf(expression) ?? []);
  const forbidding = bound.find(({ ways }) => ways.length === 0);
  if (forbidding) {
    const refusal = `${forbidding.expression} lets nobody publish a changed version of it: ask its authors for another licence.`;
    return { refusal, allowed: [] };
  }
  const reciprocal = bound.filter(({ ways }) => ways.every((way) => way.some(({ under }) => under !== null)));
  const allowed = reciprocal.length === 0 ? null : allowedBy(reciprocal);
  if (chosen.trim() === '') return { refusal: null, allowed };
  const result = alternativesOf(chosen);
  if (result === null) {
    return { refusal: `“${chosen}” is not an SPDX licence expression.`, allowed };
  }
  const dropped = reciprocal.find((source) => !answers(result, source));
  return { refusal: dropped ? reasonFor(dropped, chosen, allowed ?? []) : null, allowed };
}

function reasonFor({ expression, ways }: Source, chosen: string, allowed: readonly string[]): string {
  const strict = ways.flat().find(({ under }) => under !== null);
  const row = strict && KNOWN.get(withoutCountry(strict.term.licence));
  const start = reasonOf(expression, row);
  if (allowed.length === 0) return `${start}, and no licence fits all that this is made from.`;
  return `${start}: ${chosen} would drop that. Choose ${listed(allowed)}.`;
}

function reasonOf(expression: string, row: Reciprocity | undefined): string {
  if (row === undefined)
    return `Nothing is known of what ${expression} lets a changed version stand under but itself`;
  if (row.asks === 'nonCommercial') return `${expression} wants every changed version to stay non-commercial`;
  return `${expression} wants every changed version to be shared alike`;
}

const listed = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;

/** Undefined where it is no expression. An alternative that forbids changed versions is no way; without any, none is left. */
function sourceOf(expression: string): Source | undefined {
  const alternatives = alternativesOf(expression);
  if (alternatives === null) return undefined;
  const demands = alternatives.map((terms) => terms.map(demandOf));
  return {
    expression,
    ways: demands.flatMap((way) =>
      way.includes('forbidden') ? [] : [way.filter((each) => each !== 'forbidden')],
    ),
  };
}

function demandOf(term: LicenceTerm): Demand | 'forbidden' {
  const row = KNOWN.get(withoutCountry(term.licence));
  if (row === undefined) return { term, under: [expressionOf(term)] };
  if (row.asks === 'noDerivatives') return 'forbidden';
  if (row.asks === 'names') return { term, under: null };
  const licence = withoutCountry(term.licence);
  const orLater = term.orLater || row.laterVersions;
  const own = expressionOf({ licence, orLater, exception: null });
  // An exception permits more, and may be given up.
  const excepted = term.exception === null ? [] : [expressionOf({ ...term, licence, orLater })];
  return { term, under: [own, ...excepted, ...row.alsoUnder] };
}

/** Of the result, whichever alternative somebody takes must hold one way of the source, and may forbid no changes. */
const answers = (result: LicenceAlternatives, { ways }: Source): boolean =>
  result.every(
    (terms) =>
      terms.every((term) => demandOf(term) !== 'forbidden') &&
      ways.some((way) => way.every(({ under }) => under === null || terms.some((term) => fits(term, under)))),
  );

/** Whether a term is among what is allowed; one with later versions only where its oldest is, with later ones. */
function fits(term: LicenceTerm, under: readonly string[]): boolean {
  const oldest = expressionOf({ ...term, licence: withoutCountry(term.licence), orLater: false });
  const among = term.orLater ? under.filter((each) => /(\+|-or-later)( WITH |$)/.test(each)) : under;
  return satisfies(oldest, among);
}

/** Choices that fit all sources: their own licences first, then what is common, then all of them together. */
function allowedBy(sources: readonly Source[]): string[] {
  const named = sources.flatMap(({ expression, ways }) => [
    expression,
    ...ways.flatMap((way) => way.flatMap(({ under }) => under ?? [])),
  ]);
  const together = sources.map(({ expression }) =>
    / OR /i.test(expression) ? `(${expression})` : expression,
  );
  const candidates = [
    ...named.map((each) => each.replace(/\+$/, '')),
    ...commonLicences.map(({ expression }) => expression),
  ];
  const fitting = [...new Set(candidates)].filter((candidate) => fitsAll(candidate, sources));
  return fitting.length > 0 ? fitting : [together.join(' AND ')].filter((each) => fitsAll(each, sources));
}

function fitsAll(candidate: string, sources: readonly Source[]): boolean {
  const result = alternativesOf(candidate);
  return result !== null && sources.every((source) => answers(result, source));
}
