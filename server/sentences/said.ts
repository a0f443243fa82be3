import type { Language } from '../../shared/language.ts';
import type { Problem } from '../../shared/problem.ts';
import { inSpanish } from './spanish/spanish.ts';
import type { Translate } from './template.ts';

/** English is what the program thinks in. */
const translators: Record<Language, Translate | null> = { en: null, es: inSpanish };

/** A sentence in a language; as it is where that language does not have it. */
export function said(sentence: string, language: Language): string {
  return translators[language]?.(sentence) ?? sentence;
}

/** A problem with every sentence in it in that language. */
export function problemSaid(problem: Problem, language: Language): Problem {
  if (translators[language] === null) return problem;
  const { title, detail, mistakes, objections } = problem;
  const say = <Told extends { message: string; offer?: string }>(told: Told): Told => ({
    ...told,
    message: said(told.message, language),
    ...(told.offer === undefined ? {} : { offer: said(told.offer, language) }),
  });
  return {
    ...problem,
    title: said(title, language),
    ...(detail === undefined ? {} : { detail: said(detail, language) }),
    ...(mistakes === undefined ? {} : { mistakes: mistakes.map(say) }),
    ...(objections === undefined ? {} : { objections: objections.map(say) }),
  };
}

/** Under these names answers tell what was found, and what stands against a licence or a suggestion. */
const SENTENCES: ReadonlySet<string> = new Set(['sentence', 'refusal', 'hindrance']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An answer with the objections in it (`rule` and `message`), the notes of an import and the remarks on what was
 * brought or found (`sentence`, `hindrances`), however deep, in that language. JSON.
 */
export function answerSaid(body: unknown, language: Language): unknown {
  if (translators[language] === null) return body;
  if (Array.isArray(body)) return body.map((each) => answerSaid(each, language));
  if (!isRecord(body)) return body;
  const { rule, message, offer } = body;
  if (typeof rule === 'string' && typeof message === 'string') {
    const told = { ...body, message: said(message, language) };
    return typeof offer === 'string' ? { ...told, offer: said(offer, language) } : told;
  }
  const isNotes = (key: string, value: unknown): value is unknown[] =>
    key === 'notes' && 'outcome' in body && Array.isArray(value);
  const valueSaid = (key: string, value: unknown): unknown => {
    if (isNotes(key, value)) return value.map((note) => said(String(note), language));
    if (SENTENCES.has(key) && typeof value === 'string') return said(value, language);
    if (key === 'hindrances' && Array.isArray(value))
      return value.map((each) => said(String(each), language));
    return answerSaid(value, language);
  };
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, valueSaid(key, value)]));
}
