import { type QuantityUnit, UNITS, type UnitMeasure } from '../../shared/designs/units.ts';
import type { CountedLot, DescribedStock, SaidQuantity } from '../../shared/stock/commands.ts';
import type { StockDescription, StockLot } from '../../shared/stock/events.ts';

/** The unit in which a base amount is said without a rest. */
const SAID_IN: Record<UnitMeasure, QuantityUnit> = {
  count: 'piece',
  set: 'set',
  length: 'mm',
  area: 'm2',
  mass: 'kg',
  volume: 'l',
  time: 'h',
};

/** A base amount of a material of this unit, as a command says it. */
export function saidQuantityOf(amount: number, unit: QuantityUnit): SaidQuantity {
  const said = SAID_IN[UNITS[unit].measures];
  return { quantity: amount / UNITS[said].inBase, unit: said };
}

/** A lot as a count says it, so that it is the same lot afterwards. */
export function countedLotOf(
  { lotId, amount, pieceLength, source, price, supplier }: StockLot,
  unit: QuantityUnit,
): CountedLot {
  const rest = { lotId, source, price, supplier };
  if (pieceLength === null) return { ...rest, amount: saidQuantityOf(amount, unit) };
  const count = Math.round(amount / pieceLength);
  return { ...rest, pieces: { count, length: saidQuantityOf(pieceLength, unit) } };
}

/** What was said of a material, as its event holds it: per base unit, and amounts in base units. */
export function descriptionFrom({
  name,
  specification = '',
  unit,
  massKilograms = null,
  of = null,
  shelf = null,
  lowBelow = null,
}: DescribedStock): StockDescription {
  const { inBase } = UNITS[unit];
  return {
    name,
    specification,
    unit,
    massKilograms: massKilograms === null ? null : massKilograms / inBase,
    of,
    shelf,
    // Beyond what an event holds, the rules refuse it.
    lowBelow: lowBelow === null ? null : lowBelow * inBase,
  };
}

/** The other way round: for taking a description back. */
export function describedAs({ massKilograms, lowBelow, unit, ...rest }: StockDescription) {
  const { inBase } = UNITS[unit];
  return {
    ...rest,
    unit,
    massKilograms: massKilograms === null ? null : Number((massKilograms * inBase).toPrecision(12)),
    lowBelow: lowBelow === null ? null : Number((lowBelow / inBase).toPrecision(12)),
  };
}
