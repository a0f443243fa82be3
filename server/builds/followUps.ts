import { UNITS } from '../../shared/designs/units.ts';
import type { DataOf } from '../../shared/schemasOfEvents.ts';
import { derivedId } from '../commands/identity.ts';
import { itemCommands, itemStream } from '../items/commands.ts';
import { placesOf } from '../items/queries.ts';
import type { ReactionCommand } from '../reactions/reaction.ts';
import { stockCommands, stockStream } from '../stock/commands.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Build, buildById, thingsOfBuild } from './queries.ts';

type BuildCompleted = DataOf<'BuildCompleted'>;

/** A command that follows on another stream. */
export interface FollowUp {
  stream: string;
  give: ReactionCommand;
}

/** The lot that a completion puts on the shelf: another one each time that it is completed anew. */
export const productLot = (buildId: string, completedRevision: number): string =>
  derivedId(buildId, `product ${completedRevision}`);

/**
 * What follows from a completion: each thing begins to be, what is counted goes on the shelf, what was mended or
 * changed says so. Given at once by whoever completes it, and by the reaction where the server fell in between; each of
 * these is taken twice without harm.
 */
export function followUpsOf(views: ViewsReader, completed: BuildCompleted, revision: number): FollowUp[] {
  const build = buildById(views, completed.buildId);
  if (build === null) return [];
  return [
    ...thingsMade(views, build, completed),
    ...puttingOnShelf(views, build, completed, revision),
    ...doneToSubject(views, build, completed),
  ];
}

function thingsMade(views: ViewsReader, { of }: Build, completed: BuildCompleted): FollowUp[] {
  const { MakeItem } = itemCommands({ views });
  const { buildId, workshopId, at, by } = completed;
  // Of two completions at once, the later one in the log got another serial than it wrote down.
  const standing = new Map(thingsOfBuild(views, buildId).map((thing) => [thing.itemId, thing.serial]));
  return completed.things.map(({ itemId, name, serial, code }) => ({
    stream: itemStream(itemId),
    give: (handler, given) =>
      handler.handle(MakeItem, {
        ...given,
        command: {
          type: 'MakeItem',
          itemId,
          workshopId,
          code,
          serial: standing.get(itemId) ?? serial,
          // Sizes, interfaces and mass are its design's, as long as nobody describes it otherwise.
          description: {
            name,
            of,
            specification: '',
            material: '',
            massKilograms: null,
            sizes: [],
            interfaces: [],
          },
          owner: { kind: 'workshop', workshopId },
          buildId,
          at,
          by,
        },
      }),
  }));
}

function puttingOnShelf(
  views: ViewsReader,
  { product, of }: Build,
  { buildId, workshopId, produced, at, by }: BuildCompleted,
  revision: number,
): FollowUp[] {
  if (product === null || produced === null) return [];
  const { materialId, name, specification, unit } = product;
  const { ReceiveStock } = stockCommands(views);
  const lotId = productLot(buildId, revision);
  const amount = produced * UNITS[unit].inBase;
  const kept = { name, specification, unit, massKilograms: null, of, shelf: null, lowBelow: null };
  return [
    {
      stream: stockStream(workshopId, materialId),
      give: (handler, given) =>
        handler.handle(ReceiveStock, {
          ...given,
          command: {
            type: 'ReceiveStock',
            workshopId,
            materialId,
            opening: kept,
            said: null,
            lots: [{ lotId, amount, pieceLength: null, source: 'made', price: null, supplier: '' }],
            buildId,
            outOf: null,
            from: null,
            at,
            by,
          },
        }),
    },
  ];
}

/** A repair and a change are told in the thing's own story as well. */
function doneToSubject(
  views: ViewsReader,
  { kind, subjectId, of, noteId }: Build,
  { buildId, at, by }: BuildCompleted,
): FollowUp[] {
  if (subjectId === null || (kind !== 'repair' && kind !== 'modify')) return [];
  const { RepairItem, ModifyItem } = itemCommands({ views });
  const repairId = derivedId(buildId, 'repair');
  // Nothing was done to it before it was written down at all.
  const began = placesOf(views, subjectId)[0]?.start ?? 0;
  const when = new Date(Math.max(Date.parse(at), began)).toISOString();
  const done = { itemId: subjectId, repairId, buildId, noteId, at: when, infer: false, by };
  return [
    {
      stream: itemStream(subjectId),
      give: (handler, given) =>
        kind === 'repair'
          ? handler.handle(RepairItem, { ...given, command: { type: 'RepairItem', ...done } })
          : handler.handle(ModifyItem, { ...given, command: { type: 'ModifyItem', of, ...done } }),
    },
  ];
}
