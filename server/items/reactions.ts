import { machineCommands } from '../machines/commands.ts';
import { machineById } from '../machines/queries.ts';
import { isErased } from '../members/queries.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import { itemCommands, itemStream } from './commands.ts';
import { cutsOf } from './cutting.ts';
import { fittingById, itemById, itemsFrom } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** A fitting that came too late in the order of the log is refused in the part's own stream, too. */
const refuseFitting: Reaction = {
  name: 'refuseFitting',
  on: ['PartFitted'],
  react({ type, data }, { views }) {
    if (type !== 'PartFitted' || !('into' in data)) return NOTHING;
    const { itemId, fittingId } = data;
    const why = fittingById(views, fittingId)?.refusal;
    if (why !== 'circular' && why !== 'intoGone' && why !== 'tooDeep' && why !== 'unknownThing')
      return NOTHING;
    const command = { type: 'RefuseFitting', itemId, fittingId, why } as const;
    const { RefuseFitting } = itemCommands({ views });
    const stream = itemStream(itemId);
    return {
      commands: [{ stream, give: (handler, given) => handler.handle(RefuseFitting, { ...given, command }) }],
      notices: [],
    };
  },
};

/** What is cut becomes things of its own, where the server fell before it had written them. */
const cutPieces: Reaction = {
  name: 'cutPieces',
  on: ['ItemSplit'],
  react({ type, data }, { views }) {
    if (type !== 'ItemSplit' || !('pieces' in data)) return NOTHING;
    if (itemById(views, data.itemId)?.status !== 'split') return NOTHING;
    const { CutItem } = itemCommands({ views });
    return {
      commands: cutsOf(views, data).map((command) => ({
        stream: itemStream(command.itemId),
        give: (handler, given) => handler.handle(CutItem, { ...given, command }),
      })),
      notices: [],
    };
  },
};

/** What was used up or cut while something went into it is there all the same, and its own stream says so. */
const takeBackEnds: Reaction = {
  name: 'takeBackEnds',
  on: ['ItemConsumed', 'ItemSplit'],
  react({ data }, { views }) {
    if (!('itemId' in data) || !('by' in data)) return NOTHING;
    const { itemId, by } = data;
    // Whatever became of it meanwhile: what has not ended in the views has not ended.
    const { status } = itemById(views, itemId) ?? {};
    if (status !== 'loose' && status !== 'fitted') return NOTHING;
    const { TakeBackEnd } = itemCommands({ views });
    const command = { type: 'TakeBackEnd', itemId, by } as const;
    const stream = itemStream(itemId);
    return {
      commands: [{ stream, give: (handler, given) => handler.handle(TakeBackEnd, { ...given, command }) }],
      notices: [],
    };
  },
};

/** What was not cut after all has no pieces. */
const uncutPieces: Reaction = {
  name: 'uncutPieces',
  on: ['ItemEndTakenBack'],
  react({ type, data }, { views }) {
    if (type !== 'ItemEndTakenBack' || !('itemId' in data) || !('by' in data)) return NOTHING;
    const { by } = data;
    const { TakeBackItem } = itemCommands({ views });
    const pieces = itemsFrom(views, data.itemId).filter(({ how }) => how === 'cut');
    return {
      commands: pieces.map(({ itemId }) => ({
        stream: itemStream(itemId),
        give: (handler, given) =>
          handler.handle(TakeBackItem, { ...given, command: { type: 'TakeBackItem', itemId, by } }),
      })),
      notices: [],
    };
  },
};

/** A machine that was scrapped is booked no more. */
const retireScrapped: Reaction = {
  name: 'retireScrapped',
  on: ['ItemScrapped'],
  react({ type, data }, { views }) {
    if (type !== 'ItemScrapped' || !('itemId' in data)) return NOTHING;
    const machine = machineById(views, data.itemId);
    if (!machine || machine.retired) return NOTHING;
    const command = { type: 'RetireMachine', machineId: machine.machineId, reasonId: null } as const;
    const { RetireMachine } = machineCommands(views);
    const stream = `machine-${machine.machineId}`;
    return {
      commands: [{ stream, give: (handler, given) => handler.handle(RetireMachine, { ...given, command }) }],
      notices: [],
    };
  },
};

/** Tells a member that a thing was lent or given to them. */
const tellHolder: Reaction = {
  name: 'tellHolder',
  on: ['ItemLent', 'ItemGiven'],
  react({ type, data, actor }, { views }) {
    if (!('to' in data) || !('itemId' in data) || typeof data.to !== 'object') return NOTHING;
    const { to, itemId } = data;
    if (!('kind' in to) || to.kind !== 'member' || actor === `member:${to.memberId}`) return NOTHING;
    if (isErased(views, to.memberId)) return NOTHING;
    const until = 'until' in data ? data.until : null;
    return { commands: [], notices: [{ memberId: to.memberId, kind: type, params: { itemId, until } }] };
  },
};

/** What follows from what is written of things. */
export const itemReactions: readonly Reaction[] = [
  refuseFitting,
  cutPieces,
  takeBackEnds,
  uncutPieces,
  retireScrapped,
  tellHolder,
];
