import { z } from 'zod';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { State } from '../ui/state.tsx';

const words = t.today.dangers;

/** Of `GET /api/me/dangers` what is told here: the whole of it would bring the texts of designs along. */
const dangers = z.object({
  problems: z.array(
    z.object({
      problemId: z.string(),
      designId: z.string(),
      title: z.string(),
      count: z.int(),
      things: z.array(z.object({ itemId: z.string(), name: z.string() })),
    }),
  ),
});
type Dangers = z.infer<typeof dangers>;

const topicsOf = (view: Dangers | undefined) =>
  (view?.problems ?? []).flatMap(({ designId, things }) => [
    `design-${designId}`,
    ...things.map(({ itemId }) => `item-${itemId}`),
  ]);

/** Things of one's own, or that one looks after, by which somebody could get hurt; nothing where there is none. */
export function Dangers({ topics }: { topics: readonly string[] }) {
  const found = useResource('/api/me/dangers', dangers, (view) => [...topics, ...topicsOf(view)]);
  const problems = found.value.value?.problems ?? [];
  return (
    <>
      {problems.map(({ problemId, designId, title, count, things: [first] }) => (
        <p key={problemId} class="note" data-tone="soon">
          <State kind="soon">{words.title}</State>
          <br />
          {count === 1 && first ? (
            <a href={addressOf.thing(first.itemId)}>{words.one(first.name, title)}</a>
          ) : (
            <a href={addressOf.impact(designId, problemId)}>{words.several(count, title)}</a>
          )}
        </p>
      ))}
    </>
  );
}
