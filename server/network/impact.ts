import type { ImpactState } from '../../shared/network/impactViews.ts';
import { versionsHolding } from '../designs/lists/holding.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type AffectedFork, affectedForks } from './forks.ts';
import { type AnswerRow, networkAnswers, revisionNamed, versionOf } from './tables.ts';

/** What is asked of a problem of a design. */
export interface AskedProblem {
  problemId: string;
  designId: string;
  /** The newest revision of the design, that in which it was found, and the one in which it is fixed. */
  latest: number;
  ofRevision: number;
  fixedIn: number | null;
}

/** A thing that has, or had, a revision with the problem. Instants UTC milliseconds. */
export interface Concerned {
  itemId: string;
  /** The fork of which that revision is: it may have mended the problem. Null: it is of the design itself. */
  fork: string | null;
  /** The affected revision that it is or holds, and the versions on the way down to it. */
  revision: number;
  through: string[];
  state: ImpactState;
  how: 'answered' | 'modified' | null;
  by: string | null;
  at: number | null;
  reasonId: string | null;
}

/**
 * Revisions that have a problem: all before the one in which it is fixed; where it is not, all. What was found in B was
 * most likely in A as well, and whoever has an A is told so.
 */
export function affectedRevisions({ latest, fixedIn }: Pick<AskedProblem, 'latest' | 'fixedIn'>): number[] {
  const last = fixedIn === null ? latest : fixedIn - 1;
  return Array.from({ length: Math.max(0, last) }, (_, index) => index + 1);
}

const span = { itemId: 'text', version: 'text', until: 'integer?', now: 'text?' } as const;
/**
 * `cross join`: from the versions to the things, never the other way round. What a thing is now is looked up only where
 * it is something else: null where it is gone, empty where it is of no design.
 */
const SPANS = `select itemId, version, until, iif(until is null, version,
      (select coalesce(things.version, '') from networkThings as things
        where things.itemId = spans.itemId and ended is null)) as now
  from json_each(?) as asked cross join networkVersions as spans on spans.version = asked.value where gone = 0`;

/** A version that has a problem: the affected revision that it is or holds, and the way down to that. */
interface AffectedVersion {
  way: string[];
  revision: number;
  fork: string | null;
}

/** Every version that has a problem; what stands there already has it by a nearer way. */
function addVersions(
  views: ViewsReader,
  known: Map<string, AffectedVersion>,
  affected: readonly string[],
  isFork: boolean,
): void {
  const add = (version: string, way: string[], holds: string) => {
    if (known.has(version)) return;
    const { designId, revision } = revisionNamed(holds);
    known.set(version, { way, revision, fork: isFork ? designId : null });
  };
  for (const version of affected) add(version, [], version);
  for (const [version, { way, holds }] of versionsHolding(views, affected)) add(version, way, holds);
}

/**
 * Every thing in any workshop that is one of the affected revisions, or was made from a revision that pins one through
 * any number of levels; and what was one and is changed since. The same of forks that began from an affected revision
 * and of which nothing tells that they contain the fix. What is used up or scrapped concerns nobody any more.
 */
export function concernedBy(
  views: ViewsReader,
  problem: AskedProblem,
  forks: readonly AffectedFork[] = affectedForks(views, problem),
): Concerned[] {
  const { designId, problemId } = problem;
  const versions = new Map<string, AffectedVersion>();
  const own = affectedRevisions(problem).map((revision) => versionOf({ designId, revision }));
  addVersions(views, versions, own, false);
  if (forks.length > 0) {
    const forked = forks.flatMap((fork) =>
      Array.from({ length: fork.last }, (_, index) =>
        versionOf({ designId: fork.designId, revision: index + 1 }),
      ),
    );
    addVersions(views, versions, forked, true);
  }
  const answers = answersTo(views, problemId);
  const found = new Map<string, Concerned>();
  for (const row of views.ask(span, SPANS, JSON.stringify([...versions.keys()]))) {
    const { itemId, until, now } = row;
    const version = versions.get(row.version);
    // What a thing is now says more than what it was.
    if (!version || now === null || (until !== null && found.has(itemId))) continue;
    const { revision, way: through, fork } = version;
    const isChanged = until !== null && now !== '' && !versions.has(now);
    const { state, how, by, at, reasonId } = isChanged ? changed(until) : answered(answers.get(itemId));
    found.set(itemId, { itemId, fork, revision, through, state, how, by, at, reasonId });
  }
  return [...found.values()];
}

const changed = (at: number | null) =>
  ({ state: 'fixed', how: 'modified', by: null, at, reasonId: null }) as const;

const answered = (
  answer: AnswerRow | undefined,
): Omit<Concerned, 'itemId' | 'fork' | 'revision' | 'through'> =>
  answer
    ? {
        state: answer.answer === 'fixed' ? 'fixed' : 'exempted',
        how: 'answered',
        by: answer.by,
        at: answer.at,
        reasonId: answer.reasonId,
      }
    : OPEN;
const OPEN = { state: 'open', how: null, by: null, at: null, reasonId: null } as const;

const answersTo = (views: ViewsReader, problemId: string): Map<string, AnswerRow> =>
  new Map(
    views
      .ask(networkAnswers.columns, 'select * from networkAnswers where problemId = ?', problemId)
      .map((row) => [row.itemId, row]),
  );
