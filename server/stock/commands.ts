import type { StockEvent } from '../../shared/schemasOfEvents.ts';
import { buildById } from '../builds/queries.ts';
import type { CommandDefinition } from '../commands/definition.ts';
import { itemIdByCode } from '../items/codes.ts';
import { labelSourceOf } from '../machines/label.ts';
import { machineByLabel } from '../machines/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import type { StockCommand, StockFacts } from './commandTypes.ts';
import { stockDecider } from './decide.ts';
import { stockKey } from './projection.ts';
import { noteById, stockByCode } from './queries.ts';
import type { StockState } from './state.ts';

type Of<Type extends StockCommand['type']> = Extract<StockCommand, { type: Type }>;
type Definition<Type extends StockCommand['type']> = CommandDefinition<
  Of<Type>,
  StockState,
  StockEvent,
  StockFacts
>;

export const stockStream = (workshopId: string, materialId: string): string =>
  `stock-${stockKey(workshopId, materialId)}`;

const noFacts = (views: ViewsReader, now: number): StockFacts => ({
  now,
  code: '',
  buildIsOpen: false,
  buildIsKnown: true,
  nameOfBuild: (buildId) => buildById(views, buildId)?.name ?? null,
  otherWorkshopExists: false,
  oldConsumption: null,
});

const SHORTEST_CODE = 5;

/** A code that stands on no other label. */
function freeCode(views: ViewsReader, workshopId: string, materialId: string): string {
  const source = labelSourceOf(stockKey(workshopId, materialId));
  for (let length = SHORTEST_CODE; length < source.length; length++) {
    const code = source.slice(0, length);
    const carriers = [itemIdByCode, machineByLabel, stockByCode];
    if (carriers.every((carrier) => carrier(views, code) === null)) return code;
  }
  return source;
}

/** The commands about what is on a shelf; their facts come from the views. */
export function stockCommands(views: ViewsReader): { [Type in StockCommand['type']]: Definition<Type> } {
  const define = <Type extends StockCommand['type']>(
    type: Type,
    factsOf: (command: Of<Type>, state: StockState) => Partial<StockFacts> = () => ({}),
  ): Definition<Type> => ({
    type,
    decider: stockDecider,
    stream: ({ workshopId, materialId }) => stockStream(workshopId, materialId),
    facts: (command, { now }, state) => ({ ...noFacts(views, now), ...factsOf(command, state) }),
  });
  return {
    ReceiveStock: define('ReceiveStock', ({ workshopId, materialId, buildId }, state) => ({
      buildIsKnown: buildId === null || buildById(views, buildId) !== null,
      ...(state.status === 'open' ? {} : { code: freeCode(views, workshopId, materialId) }),
    })),
    DescribeStock: {
      ...define('DescribeStock'),
      entityRevision: (state) => (state.status === 'unopened' ? undefined : state.describedRevision),
    },
    TakeReceiptBack: define('TakeReceiptBack'),
    ConsumeStock: define('ConsumeStock', ({ buildId }) => ({
      buildIsKnown: buildId === null || buildById(views, buildId) !== null,
    })),
    TakeConsumptionBack: define('TakeConsumptionBack', ({ consumptionId, workshopId, materialId }) => {
      const note = noteById(views, consumptionId);
      const isIts = note?.kind === 'consumed' && note.stock === stockKey(workshopId, materialId);
      return { oldConsumption: isIts ? note : null };
    }),
    CountStock: define('CountStock'),
    SendStock: define('SendStock', ({ toWorkshopId }) => ({
      otherWorkshopExists: workshopById(views, toWorkshopId) !== null,
    })),
    ReserveStock: define('ReserveStock', ({ buildId }) => ({
      buildIsOpen: buildById(views, buildId)?.status === 'open',
    })),
    ReleaseStock: define('ReleaseStock'),
    EndReservations: define('EndReservations'),
  };
}
