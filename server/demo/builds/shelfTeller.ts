import type { QuantityUnit } from '../../../shared/designs/units.ts';
import { UNITS } from '../../../shared/designs/units.ts';
import { stockCommands } from '../../stock/commands.ts';
import { materialIdOf } from '../../stock/materials.ts';
import { wallInstant } from '../calendarOfDays.ts';
import type { Telling, When, WorkshopWord } from './telling.ts';

/** A material as a shelf of the demo keeps it. */
export interface MaterialPlan {
  name: string;
  specification?: string;
  unit: QuantityUnit;
  /** Kilograms of one unit. */
  mass?: number;
}
export interface KeptPlan {
  material: MaterialPlan;
  shelf: string;
  /** An amount, or so many pieces of so many units each. */
  amount?: number;
  pieces?: readonly [count: number, length: number];
  price?: number;
  supplier?: string;
  lowBelow?: number;
  source?: 'bought' | 'given' | 'recovered';
}
export interface Taking {
  material: MaterialPlan;
  amount?: number;
  /** In millimetres. */
  pieces?: readonly (readonly [count: number, length: number])[];
  line?: string;
  step?: string;
}

/** Tells what comes onto shelves and goes off them. */
export interface ShelfTeller {
  keep(workshop: WorkshopWord, when: When, by: string, kept: KeptPlan): void;
  take(workshop: WorkshopWord, when: When, by: string, taking: Taking, build?: string): void;
  count(workshop: WorkshopWord, when: When, by: string, material: MaterialPlan, amount: number): void;
  reserve(workshop: WorkshopWord, when: When, by: string, taking: Taking, build: string): void;
  send(
    workshop: WorkshopWord,
    when: When,
    by: string,
    material: MaterialPlan,
    amount: number,
    to: WorkshopWord,
  ): void;
}

export function shelfTeller(telling: Telling): ShelfTeller {
  const { story, region, memberOf, buildOf, fresh } = telling;
  const define = stockCommands(story.views);
  const instantOf = (workshop: WorkshopWord, [day, hour]: When) =>
    new Date(wallInstant(story.today, day, hour, region[workshop].plan.timeZone)).toISOString();
  const basics = (workshop: WorkshopWord, when: When, by: string, material: MaterialPlan) => ({
    workshopId: region[workshop].workshopId,
    materialId: materialIdOf(material.name, material.specification ?? '', material.unit),
    at: instantOf(workshop, when),
    by: memberOf(by),
  });
  const said = (quantity: number | undefined, unit: QuantityUnit) =>
    quantity === undefined ? null : { quantity, unit };

  return {
    keep: (workshop, when, by, { material, shelf, amount, pieces, price, supplier = '', ...more }) => {
      const { name, specification = '', unit, mass } = material;
      const { inBase } = UNITS[unit];
      telling.give(workshop, when, by, define.ReceiveStock, {
        type: 'ReceiveStock',
        ...basics(workshop, when, by, material),
        opening: {
          name,
          specification,
          unit,
          massKilograms: mass === undefined ? null : mass / inBase,
          of: null,
          shelf,
          lowBelow: more.lowBelow === undefined ? null : more.lowBelow * inBase,
        },
        said: {
          lotId: fresh('lot'),
          amount: said(amount, unit),
          pieces: pieces ? { count: pieces[0], length: { quantity: pieces[1], unit } } : null,
          source: more.source ?? 'bought',
          price:
            price === undefined
              ? null
              : { amount: price, currency: 'EUR', on: instantOf(workshop, when).slice(0, 10), supplier },
          supplier,
        },
        lots: [],
        buildId: null,
        outOf: null,
        from: null,
      });
    },
    take: (workshop, when, by, { material, amount, pieces = [], line = null, step = null }, build) =>
      telling.give(workshop, when, by, define.ConsumeStock, {
        type: 'ConsumeStock',
        ...basics(workshop, when, by, material),
        consumptionId: fresh('consumption'),
        amount: said(amount, material.unit),
        pieces: pieces.map(([count, quantity]) => ({ count, length: { quantity, unit: 'mm' as const } })),
        kerfMillimetres: 3,
        lotId: null,
        buildId: build === undefined ? null : buildOf(build),
        line,
        step,
        substitutes: false,
        reasonId: null,
        infer: false,
      }),
    count: (workshop, when, by, material, amount) =>
      telling.give(workshop, when, by, define.CountStock, {
        type: 'CountStock',
        ...basics(workshop, when, by, material),
        countId: fresh('count'),
        lots: [{ amount: { quantity: amount, unit: material.unit } }],
      }),
    reserve: (workshop, when, by, { material, amount = 1, line = null }, build) => {
      const { at: _, ...ids } = basics(workshop, when, by, material);
      telling.give(workshop, when, by, define.ReserveStock, {
        type: 'ReserveStock',
        ...ids,
        stockReservationId: fresh('stockReservation'),
        buildId: buildOf(build),
        line,
        amount: { quantity: amount, unit: material.unit },
      });
    },
    send: (workshop, when, by, material, amount, to) =>
      telling.give(workshop, when, by, define.SendStock, {
        type: 'SendStock',
        ...basics(workshop, when, by, material),
        moveId: fresh('move'),
        toWorkshopId: region[to].workshopId,
        amount: said(amount, material.unit),
        pieces: null,
      }),
  };
}
