import { deepStrictEqual } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { searchDesigns } from '../../server/designs/search/answer.ts';
import { DESIGNS, fillLibrary } from './designLibrary.ts';
import { answersPerSecond, type Bench } from './result.ts';

const SEED = 5;
const ROUNDS = 7;
const LIMIT = 24;
/** Questions in each round: of one word and of two, rare and common, the last often only begun. */
const ASKED = 60;

/** What a list shows of the best, and how many there are: the same rows of the same index, by hand. */
const BARE = `with found as materialized (
    select rowid as row, bm25(designWordsWords, 10, 4, 6, 1, 1) as rank
    from designWordsWords where designWordsWords match ?)
  select designs.*, (select count(*) from found) as total,
    (select count(*) from designs as forks where forks.forkedFrom = designs.designId) as forks,
    (select count(*) from designProblems where designId = designs.designId
      and status in ('open', 'confirmed')) as openProblems,
    (select count(*) from designProblems where designId = designs.designId
      and status in ('open', 'confirmed') and safety = 1) as safetyProblems
  from (select row from found order by rank, row limit ${LIMIT}) as best
    join designWords on designWords.rowid = best.row join designs using (designId)`;

/**
 * A page of the catalogue by words, with its facets counted, over 10,000 designs; against a bare FTS5 query that gives
 * back the same page and total, without facets. What they find is compared first.
 */
export const search: Bench = {
  name: 'search',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'commonwright-search-'));
    const texts: string[] = [];
    const views = fillLibrary(join(folder, 'views.db'), SEED, ({ content: { title, story } }) => {
      if (texts.length < ASKED) texts.push(texts.length % 2 === 0 ? title : story);
    });
    try {
      console.error(`${DESIGNS} designs, seed ${SEED}`);
      const asked = texts.map((text, index) => {
        const words = text.split(' ');
        const two = `${words[0]} ${words[1]}`;
        return index % 3 === 0 ? two : `${words[1]}`.slice(0, index % 3 === 1 ? 4 : undefined);
      });
      const ours = (words: string) => searchDesigns(views.reader, { words, limit: LIMIT, kindsThere: null });
      const theirs = bareSearch(views.database);
      for (const words of asked) {
        const { designs, total } = ours(words);
        const found = designs.map(({ designId, forks }) => ({ designId, forks, total }));
        deepStrictEqual(found, theirs(words).map(shownOf));
      }
      const measured = await answersPerSecond(
        ROUNDS,
        ASKED,
        () => asked.forEach((words) => void ours(words)),
        () => asked.forEach((words) => void theirs(words)),
      );
      return { bench: 'search', ...measured };
    } finally {
      views.close();
      await rm(folder, { recursive: true });
    }
  },
};

const shownOf = ({ designId, forks, total }: Record<string, unknown>) => ({ designId, forks, total });

function bareSearch(database: DatabaseSync) {
  const statement = database.prepare(BARE);
  return (words: string): Record<string, unknown>[] => {
    const query = `${words
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' ')}*`;
    return statement.all(query).map((row) => ({ ...row, summary: JSON.parse(String(row.summary)) }));
  };
}
