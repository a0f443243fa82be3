import type { DesignView } from '../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { RowOf } from '../views/table.ts';
import {
  type AdoptionRow,
  designAdoptions,
  designAnswers,
  designProblems,
  designQuestions,
  designReviews,
  designSuggestions,
  type ProblemRow,
  type SuggestionRow,
} from './talkTables.ts';

/** Rows of one kind that an answer holds at most. */
const MOST_ROWS = 1000;

const number = { n: 'integer' } as const;

/** What stands open about a design, and who uses it. */
export function countsOf(views: ViewsReader, designId: string): DesignView['counts'] {
  const count = (sql: string) => views.ask(number, `select count(*) as n ${sql}`, designId)[0]?.n ?? 0;
  const problems = "from designProblems where designId = ? and status in ('open', 'confirmed')";
  return {
    forks: count('from designs where forkedFrom = ?'),
    openSuggestions: count("from designSuggestions where designId = ? and status = 'open'"),
    openProblems: count(problems),
    safetyProblems: count(`${problems} and safety = 1`),
    openQuestions: count(`from designQuestions where designId = ? and markedAnswer is null`),
    usedIn: count(`from designs d where d.designId in (
        select substr(pinning, 1, 36) from designPins where pinnedDesign = ?)
      and exists (select 1 from designPins p where p.pinning = d.designId || ':' || d.latest
        and p.pinnedDesign = ?1)`),
    built: count(
      "from (select distinct reviewedBy from designReviews where designId = ? and mark = 'builtIt')",
    ),
  };
}

const openCounts = {
  designId: 'text',
  forks: 'integer',
  openProblems: 'integer',
  safetyProblems: 'integer',
} as const;
const OPEN = "from designProblems where designId = value and status in ('open', 'confirmed')";
const OPEN_COUNTS = `select value as designId,
  (select count(*) from designs where forkedFrom = value) as forks,
  (select count(*) ${OPEN}) as openProblems,
  (select count(*) ${OPEN} and safety = 1) as safetyProblems
  from json_each(?)`;

/** Forks and open problems of many designs at once. */
export function openCountsOf(views: ViewsReader, designIds: readonly string[]) {
  const rows = views.ask(openCounts, OPEN_COUNTS, JSON.stringify(designIds));
  return new Map(rows.map(({ designId, ...counts }) => [designId, counts]));
}

/** Suggestions to a design: the open ones first, then the newest. */
export function suggestionsTo(views: ViewsReader, designId: string): SuggestionRow[] {
  const order = `order by status <> 'open', at desc, suggestionId limit ${MOST_ROWS}`;
  return views.all(designSuggestions, `where designId = ? ${order}`, designId);
}

export function suggestionById(
  views: ViewsReader,
  designId: string,
  suggestionId: string,
): SuggestionRow | undefined {
  const row = views.byKey(designSuggestions, suggestionId);
  return row?.designId === designId ? row : undefined;
}

/** Suggestions that a fork has made to a design. */
export function suggestionsFrom(views: ViewsReader, designId: string, fork: string): SuggestionRow[] {
  return views.all(designSuggestions, 'where fromDesign = ? and designId = ?', fork, designId);
}

/** What a design adopted of others, and others of it, whole or in part. */
export function adoptionsAround(views: ViewsReader, designId: string): AdoptionRow[] {
  const rest = `where designId = ?1 or fromDesign = ?1 order by at, adoption limit ${MOST_ROWS}`;
  return views.all(designAdoptions, rest, designId);
}

const newestFirst = (key: string) => `where designId = ? order by at desc, ${key} limit ${MOST_ROWS}`;

/** Problems that were not withdrawn, newest first. */
export function problemsOf(views: ViewsReader, designId: string): ProblemRow[] {
  return views
    .all(designProblems, newestFirst('problemId'), designId)
    .filter(({ status }) => status !== 'withdrawn');
}

/** A problem that was neither dismissed nor withdrawn: whatever has an affected revision has it, also once it is fixed. */
export interface StandingProblem {
  problemId: string;
  designId: string;
  title: string;
  safety: boolean;
  textId: string;
  ofRevision: number;
  fixedIn: number | null;
  /** The newest revision of the design. */
  latest: number;
}

const standing = {
  problemId: 'text',
  designId: 'text',
  title: 'text',
  safety: 'integer',
  textId: 'text',
  ofRevision: 'integer',
  fixedIn: 'integer?',
  latest: 'integer',
} as const;
const STANDING = `select problemId, p.designId, title, safety, textId, ofRevision, fixedIn, latest
  from designProblems p join designs d on d.designId = p.designId
  where status in ('open', 'confirmed', 'fixed')`;
const NEWEST = `order by p.at desc, problemId limit ${MOST_ROWS}`;

/** Standing problems of some designs, newest first. */
export const standingProblemsOf = (views: ViewsReader, designIds: readonly string[]): StandingProblem[] =>
  views
    .ask(
      standing,
      `${STANDING} and p.designId in (select value from json_each(?)) ${NEWEST}`,
      JSON.stringify(designIds),
    )
    .map((row) => ({ ...row, safety: row.safety === 1 }));

/** Standing problems of all designs by which somebody could be hurt, newest first. */
export const standingDangers = (views: ViewsReader): StandingProblem[] =>
  views.ask(standing, `${STANDING} and safety = 1 ${NEWEST}`).map((row) => ({ ...row, safety: true }));

export function questionsOf(views: ViewsReader, designId: string): RowOf<typeof designQuestions>[] {
  return views.all(designQuestions, newestFirst('questionId'), designId);
}
/** By question, the oldest first. */
export function answersOf(views: ViewsReader, designId: string): Map<string, RowOf<typeof designAnswers>[]> {
  const order = `order by at, answerId limit ${10 * MOST_ROWS}`;
  const rows = views.all(designAnswers, `where designId = ? ${order}`, designId);
  return Map.groupBy(rows, ({ questionId }) => questionId);
}
export function reviewsOf(views: ViewsReader, designId: string): RowOf<typeof designReviews>[] {
  return views.all(designReviews, newestFirst('reviewId'), designId);
}

/** A suggestion as its routes and reactions need it. `revision`: of its last event. */
export interface KnownSuggestion {
  designId: string;
  status: string;
  from: PinnedRevision;
  base: PinnedRevision;
  messageId: string | null;
  suggestedBy: string;
  revision: number;
}

/** Of this design; null where there is none. */
export function suggestionOf(
  views: ViewsReader,
  designId: string,
  suggestionId: string,
): KnownSuggestion | null {
  const row = suggestionById(views, designId, suggestionId);
  if (!row) return null;
  const { status, messageId, suggestedBy, revision } = row;
  return {
    designId,
    status,
    from: { designId: row.fromDesign, revision: row.fromRevision },
    base: { designId: row.baseDesign, revision: row.baseRevision },
    messageId,
    suggestedBy,
    revision,
  };
}

/** Of this design; null where there is none. */
export function problemOf(
  views: ViewsReader,
  designId: string,
  problemId: string,
): { status: string; raisedBy: string; revision: number } | null {
  const row = views.byKey(designProblems, problemId);
  return row?.designId === designId ? row : null;
}

/** Of this design; null where there is none, or its asker took it back. */
export function questionOf(
  views: ViewsReader,
  designId: string,
  questionId: string,
): { askedBy: string; revision: number } | null {
  const row = views.byKey(designQuestions, questionId);
  return row?.designId === designId ? row : null;
}
