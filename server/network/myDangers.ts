import type { MyDangers } from '../../shared/network/impactViews.ts';
import { namedWorkshop } from '../designs/naming.ts';
import { type StandingProblem, standingDangers } from '../designs/queriesOfTalk.ts';
import { amongThings, itemById, whereIs } from '../items/queries.ts';
import type { Sources } from '../items/views/naming.ts';
import { workshopsOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { answerableIn } from './answerable.ts';
import { concernedBy } from './impact.ts';

/** Problems, and things of each, that one answer tells of. */
const MOST_PROBLEMS = 20;
const MOST_THINGS = 5;
/** Things of one problem that are looked at one by one. */
const MOST_LOOKED_AT = 2_000;

/** A problem by which somebody could be hurt, with the things on which it is open. */
interface OpenDanger {
  problem: StandingProblem;
  itemIds: string[];
}

/** All of them, in the whole network. */
export const openDangers = (views: ViewsReader): OpenDanger[] =>
  standingDangers(views).flatMap((problem) => {
    const itemIds = concernedBy(views, problem).flatMap(({ itemId, state }) =>
      state === 'open' ? [itemId] : [],
    );
    return itemIds.length > 0 ? [{ problem, itemIds }] : [];
  });

/** Those of things that a member owns or has, or that stand in a workshop whose steward they are. */
export function dangersFor(
  views: ViewsReader,
  memberId: string,
  dangers: readonly OpenDanger[] = openDangers(views),
): OpenDanger[] {
  if (dangers.length === 0) return [];
  const answerable = answerableIn(views);
  const workshops = workshopsOf(views, memberId).map(({ workshopId }) => workshopId);
  return dangers.flatMap(({ problem, itemIds }) => {
    const mine = amongThings(views, itemIds, { memberId, workshops }, MOST_LOOKED_AT).filter((itemId) =>
      answerable(itemId).includes(memberId),
    );
    return mine.length > 0 ? [{ problem, itemIds: mine }] : [];
  });
}

/** The same as an answer, newest first. */
export function myDangersOf(
  { views, texts }: Pick<Sources, 'views' | 'texts'>,
  memberId: string,
): MyDangers['problems'] {
  const told = dangersFor(views, memberId).slice(0, MOST_PROBLEMS);
  const words = texts.of(told.map(({ problem }) => problem.textId));
  return told.map(({ problem: { problemId, designId, title, textId }, itemIds }) => ({
    ...{ problemId, designId, title },
    text: words.get(textId) ?? null,
    count: itemIds.length,
    things: itemIds.slice(0, MOST_THINGS).map((itemId) => ({
      itemId,
      name: itemById(views, itemId)?.name ?? '',
      workshop: namedWorkshop(views, whereIs(views, itemId)),
    })),
  }));
}
