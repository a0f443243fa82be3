import { grade } from '../../../shared/items/events.ts';
import { type InsidePart, provenance } from '../../../shared/items/views.ts';
import { instant, namedRevision } from '../../designs/naming.ts';
import type { Parts } from '../../parts.ts';
import { fittingById, type Inside, itemById, itemsIn, itemsInAt, placeAt } from '../queries.ts';
import { namedThing } from './naming.ts';

/** Parts that one answer holds. */
export const MOST_INSIDE = 2_000;

/** One part inside, with how it got there. */
function partOf(
  { views }: Pick<Parts, 'views'>,
  { itemId, parent, depth }: Inside,
  fittingId: string | null,
): InsidePart[] {
  const item = itemById(views, itemId);
  if (!item) return [];
  const fitting = fittingId === null ? null : fittingById(views, fittingId);
  return [
    {
      ...namedThing(item),
      parent,
      depth,
      status: item.status,
      fittingId,
      since: instant(fitting?.start ?? item.since),
      buildId: fitting?.buildId ?? null,
      line: fitting?.line ?? null,
      step: fitting?.step ?? null,
      substitutes: fitting?.substitutes === 1,
      provenance: fitting ? provenance.parse(fitting.provenance) : item.provenance,
      lives: fitting?.life ?? item.lives + item.livesBefore,
      grade: grade.nullable().parse(item.grade),
      of: item.of && namedRevision(views, item.of.designId, item.of.revision),
      material: item.material,
      massKilograms: item.massKilograms,
    },
  ];
}

/** What is inside of a thing now, as a tree in a row. */
export function contentsOf(
  parts: Pick<Parts, 'views'>,
  itemId: string,
): { contents: InsidePart[]; moreInside: boolean } {
  const { views } = parts;
  const inside = itemsIn(views, itemId, MOST_INSIDE + 1);
  const contents = inside
    .slice(0, MOST_INSIDE)
    .flatMap((part) => partOf(parts, part, itemById(views, part.itemId)?.fittingId ?? null));
  return { contents, moreInside: inside.length > MOST_INSIDE };
}

/** What was inside of it at a moment, UTC milliseconds. */
export const contentsAt = (parts: Pick<Parts, 'views'>, itemId: string, at: number): InsidePart[] =>
  itemsInAt(parts.views, itemId, at, MOST_INSIDE).flatMap((part) =>
    partOf(parts, part, placeAt(parts.views, part.itemId, at)?.fittingId ?? null),
  );
