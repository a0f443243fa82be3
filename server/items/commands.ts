import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { isPhotograph } from '../../shared/files/kinds.ts';
import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { revisionOf } from '../designs/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { codeFor } from './codes.ts';
import { itemDecider } from './decide.ts';
import { type ItemFacts, NO_ITEM_FACTS } from './facts.ts';
import {
  arePiecesTouched,
  inServiceAt,
  isKnownParty,
  movesAbout,
  otherThing,
  unwrittenMachine,
} from './factsFrom.ts';
import type { ItemCommand } from './itemCommands.ts';
import { itemById, itemsIn, whereIs } from './queries.ts';
import type { ItemState } from './state.ts';

type Of<Type extends ItemCommand['type']> = Extract<ItemCommand, { type: Type }>;
export type ItemDefinition<Type extends ItemCommand['type']> = CommandDefinition<
  Of<Type>,
  ItemState,
  ItemEvent,
  ItemFacts
>;

export const itemStream = (itemId: string): string => `item-${itemId}`;

/** What the views know of the thing itself. */
function factsOf(views: ViewsReader, itemId: string, state: ItemState, now: number): ItemFacts {
  const isUnwritten = state.status === 'unwritten';
  const placement = state.status === 'known' ? state.placement : null;
  const container = placement?.status === 'fitted' ? itemById(views, placement.into) : null;
  return {
    ...NO_ITEM_FACTS,
    now,
    machine: isUnwritten ? unwrittenMachine(views, itemId) : null,
    isBeingMade: isUnwritten && itemById(views, itemId)?.status === 'beingMade',
    containerName: container?.name ?? '',
    whereNow: whereIs(views, itemId),
    holdsParts: itemsIn(views, itemId, 1).length > 0,
    inServiceAt: inServiceAt(views, itemId),
  };
}

function codesFor(views: ViewsReader, itemIds: readonly string[]): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const itemId of itemIds) codes[itemId] = codeFor(views, itemId, Object.values(codes));
  return codes;
}

/** The commands of things; what they ask of other things comes from the views, and is folded in order afterwards. */
export function itemCommands({ views, files }: Pick<Parts, 'views'> & { files?: Parts['files'] }): {
  [Type in ItemCommand['type']]: ItemDefinition<Type>;
} {
  const define = <Type extends ItemCommand['type']>(
    type: Type,
    more: (command: Of<Type>) => Partial<ItemFacts> | Promise<Partial<ItemFacts>> = () => ({}),
  ): ItemDefinition<Type> => ({
    type,
    decider: itemDecider,
    stream: ({ itemId }) => itemStream(itemId),
    facts: async (command, { now }, state) => ({
      ...factsOf(views, command.itemId, state, now),
      ...(await more(command)),
    }),
    // A machine of which nothing is written down yet stands where a stream begins.
    entityRevision: (state) => (state.status === 'unwritten' ? 0 : state.revision),
  });
  const knowsWorkshop = (workshopId: string) => isKnownParty(views, { kind: 'workshop', workshopId });
  const knows = (of: PinnedRevision | null) =>
    of === null || revisionOf(views, of.designId, of.revision) !== undefined;
  return {
    MakeItem: define('MakeItem'),
    ReceiveItem: define('ReceiveItem', ({ itemId, from, owner, workshopId, description }) => ({
      codes: codesFor(views, [itemId]),
      other: from === null ? null : otherThing(views, itemId, from.itemId),
      isKnownThere: isKnownParty(views, owner) && knowsWorkshop(workshopId),
      revisionsAreKnown: knows(description.of),
    })),
    CutItem: define('CutItem'),
    TakeBackItem: define('TakeBackItem'),
    DescribeItem: define('DescribeItem', ({ description }) => ({ revisionsAreKnown: knows(description.of) })),
    AddItemPhotograph: define('AddItemPhotograph', async ({ fileId }) => {
      const file = (await files?.claim(fileId)) ?? null;
      return { fileFits: file !== null && isPhotograph(file.type) };
    }),
    RemoveItemPhotograph: define('RemoveItemPhotograph'),
    FitPart: define('FitPart', ({ itemId, into }) => ({ other: otherThing(views, itemId, into) })),
    TakeBackFitting: define('TakeBackFitting'),
    TakeBackRecovery: define('TakeBackRecovery'),
    RefuseFitting: define('RefuseFitting'),
    RecoverPart: define('RecoverPart', ({ itemId, from, workshopId }) => ({
      other: from === null ? null : otherThing(views, itemId, from),
      isKnownThere: workshopId === null || knowsWorkshop(workshopId),
    })),
    MoveItem: define('MoveItem', ({ itemId, workshopId }) => ({
      isKnownThere: knowsWorkshop(workshopId),
      ...(movesAbout(views, itemId) ? { inServiceAt: null } : {}),
    })),
    LendItem: define('LendItem', ({ to }) => ({ isKnownThere: isKnownParty(views, to) })),
    ReturnItem: define('ReturnItem'),
    GiveItem: define('GiveItem', ({ to }) => ({ isKnownThere: isKnownParty(views, to) })),
    RepairItem: define('RepairItem'),
    ModifyItem: define('ModifyItem', ({ of }) => ({ revisionsAreKnown: knows(of) })),
    TakeBackRepair: define('TakeBackRepair'),
    ConsumeItem: define('ConsumeItem'),
    ScrapItem: define('ScrapItem'),
    SplitItem: define('SplitItem', ({ pieces }) => ({
      codes: codesFor(
        views,
        pieces.map(({ itemId }) => itemId),
      ),
      revisionsAreKnown: pieces.every(({ description }) => knows(description.of)),
    })),
    TakeBackEnd: define('TakeBackEnd', ({ itemId }) => ({ piecesTouched: arePiecesTouched(views, itemId) })),
    AnswerItemProblem: define('AnswerItemProblem'),
    ReopenItemProblem: define('ReopenItemProblem'),
  };
}
