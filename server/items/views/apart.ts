import { quantityUnit, UNITS } from '../../../shared/designs/units.ts';
import type { TakingApart } from '../../../shared/items/views.ts';
import { saidMeetingsOf } from '../../builds/queriesOfWork.ts';
import { namedRevision, namedWorkshop } from '../../designs/naming.ts';
import type { Parts } from '../../parts.ts';
import { materialIdOf, materialOfLine } from '../../stock/materials.ts';
import { consumptionsOfBuild } from '../../stock/queries.ts';
import { contentOf } from '../measures.ts';
import { fittingsInto, type Item, itemsFrom, itemsIn, itemsOfBuild, whereIs } from '../queries.ts';
import { contentsOf } from './insides.ts';
import { namedThing } from './naming.ts';

type Untracked = TakingApart['untracked'][number];

/** Things inside of one part that are counted, at most. */
const MOST_COUNTED = 1_000;
const MOST_LINES = 500;

/** What the build of a thing took off shelves for it: of several things that it made, each had an equal share. */
function consumedFor({ views }: Pick<Parts, 'views'>, { how, buildId }: Item): Untracked[] {
  if (how !== 'made' || buildId === null) return [];
  const made = itemsOfBuild(views, buildId).filter((item) => item.how === 'made').length;
  return consumptionsOfBuild(views, buildId)
    .slice(0, MOST_LINES)
    .map(({ materialId, name, unit, amount, line }) => ({
      line,
      name,
      specification: '',
      material: '',
      quantity: amount / UNITS[unit].inBase / Math.max(made, 1),
      unit,
      massKilograms: null,
      materialId,
      tracked: false,
      of: null,
      from: 'build' as const,
    }));
}

/** What came into its build by somebody's word, besides the parts list or in the place of one of its lines. */
function saidFor({ views }: Pick<Parts, 'views'>, { how, buildId }: Item): Untracked[] {
  if (how !== 'made' || buildId === null) return [];
  const made = Math.max(itemsOfBuild(views, buildId).filter((item) => item.how === 'made').length, 1);
  return saidMeetingsOf(views, buildId)
    .filter(({ line, substitutes }) => line === null || substitutes === 1)
    .slice(0, MOST_LINES)
    .map(({ line, name, quantity, massKilograms, ...said }) => {
      const unit = quantityUnit.parse(said.unit);
      return {
        line,
        name,
        specification: '',
        material: '',
        quantity: quantity / made,
        unit,
        massKilograms: massKilograms === null ? null : massKilograms / made,
        materialId: materialIdOf(name, '', unit),
        tracked: false,
        of: null,
        from: 'build' as const,
      };
    });
}

/**
 * What a thing was made of by the parts list of its design, without those lines that things with a history met, and the
 * parts that were registered as they came out.
 */
function untrackedOf(parts: Pick<Parts, 'views' | 'designs'>, item: Item): Untracked[] {
  const { views } = parts;
  const content = contentOf(parts, item.of);
  if (!content) return [];
  const met = new Map<string, number>();
  const counts = [
    ...fittingsInto(views, item.itemId).map(({ line }) => line),
    ...itemsFrom(views, item.itemId).map(({ fromLine }) => fromLine),
  ];
  for (const line of counts) if (line !== null) met.set(line, (met.get(line) ?? 0) + 1);
  return content.parts.slice(0, MOST_LINES).flatMap((line): Untracked[] => {
    const quantity = line.quantity - (met.get(line.id) ?? 0);
    // A sub-assembly is told by what stands in it.
    if (quantity <= 0 || content.parts.some(({ parent }) => parent === line.id)) return [];
    const { id, name, specification, material, unit, mass, tracked, of } = line;
    return [
      {
        line: id,
        name,
        specification,
        material,
        quantity,
        unit,
        massKilograms: mass === null ? null : mass * quantity,
        materialId: materialOfLine(line),
        tracked,
        of: of && namedRevision(views, of.designId, of.revision),
        from: 'design',
      },
    ];
  });
}

/** The guided list of taking a thing apart: its parts one by one, what was only ever counted, and whether the viewer may. */
export function takingApartOf(
  parts: Pick<Parts, 'views' | 'designs'>,
  item: Item,
  mayChange: boolean,
): TakingApart {
  const { views } = parts;
  const { contents } = contentsOf(parts, item.itemId);
  const consumed = [...consumedFor(parts, item), ...saidFor(parts, item)];
  return {
    ...namedThing(item),
    status: item.status,
    workshop: namedWorkshop(views, whereIs(views, item.itemId)),
    buildId: item.how === 'made' ? item.buildId : null,
    parts: contents
      .filter(({ depth }) => depth === 1)
      .map((part) => ({ ...part, partsInside: itemsIn(views, part.itemId, MOST_COUNTED).length })),
    untracked: [
      ...consumed,
      ...untrackedOf(parts, item).filter(({ line }) => !consumed.some((taken) => taken.line === line)),
    ],
    allowedActions: mayChange ? ['item.change'] : [],
  };
}
