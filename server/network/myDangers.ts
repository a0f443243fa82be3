import type { MyDangers } from '../../shared/network/views.ts';
import { namedWorkshop } from '../designs/naming.ts';
import { standingDangers } from '../designs/queriesOfTalk.ts';
import { amongThings, itemById, whereIs } from '../items/queries.ts';
import type { Sources } from '../items/views/naming.ts';
import { workshopsOf } from '../members/queries.ts';
import { answerableIn } from './answerable.ts';
import { concernedBy } from './impact.ts';

/** Problems, and things of each, that one answer tells of. */
const MOST_PROBLEMS = 20;
const MOST_THINGS = 5;
/** Things of one problem that are looked at one by one. */
const MOST_LOOKED_AT = 2_000;

/**
 * Open problems by which somebody could be hurt, of things that a member owns or has, or that stand in a workshop whose
 * steward they are.
 */
export function myDangersOf(
  { views, texts }: Pick<Sources, 'views' | 'texts'>,
  memberId: string,
): MyDangers['problems'] {
  const answerable = answerableIn(views);
  const workshops = workshopsOf(views, memberId).map(({ workshopId }) => workshopId);
  const found = standingDangers(views).flatMap((problem) => {
    const open = concernedBy(views, problem).flatMap(({ itemId, state }) =>
      state === 'open' ? [itemId] : [],
    );
    const mine = amongThings(views, open, { memberId, workshops }, MOST_LOOKED_AT).filter((itemId) =>
      answerable(itemId).includes(memberId),
    );
    return mine.length > 0 ? [{ ...problem, mine }] : [];
  });
  const told = found.slice(0, MOST_PROBLEMS);
  const words = texts.of(told.map(({ textId }) => textId));
  return told.map(({ problemId, designId, title, textId, mine }) => ({
    ...{ problemId, designId, title },
    text: words.get(textId) ?? null,
    count: mine.length,
    things: mine.slice(0, MOST_THINGS).map((itemId) => ({
      itemId,
      name: itemById(views, itemId)?.name ?? '',
      workshop: namedWorkshop(views, whereIs(views, itemId)),
    })),
  }));
}
