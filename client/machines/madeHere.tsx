import { z } from 'zod';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';

/** Of `GET /api/things/{itemId}/origin` what is told here: the whole of it would bring the texts of designs along. */
const origin = z.object({
  made: z
    .object({
      build: z.object({ buildId: z.string() }),
      workshop: z.object({ workshopId: z.string(), name: z.string() }).nullable(),
      with: z.array(z.object({ itemId: z.string(), name: z.string() })),
    })
    .nullable(),
});

/** Where a machine was made and with which others, each of them with a story of its own; nothing where nobody knows. */
export function MadeHere({ machineId }: { machineId: string }) {
  const { made } = useResource(`/api/things/${machineId}/origin`, origin).value.value ?? { made: null };
  if (made === null) return null;
  return (
    <p>
      <a href={addressOf.build(made.build.buildId)}>{t.story.madeIn(made.workshop?.name ?? '')}</a>
      {made.with.map(({ itemId, name }, index) => (
        <span key={itemId}>
          {index === 0 ? ` ${t.story.madeWith} ` : ', '}
          <a href={addressOf.thing(itemId)}>{name}</a>
        </span>
      ))}
    </p>
  );
}
