import type { BuildPerson, MeetingView } from '../../shared/builds/views.ts';
import type { PartLine, Price } from '../../shared/designs/partLines.ts';
import { converted, type QuantityUnit, quantityUnit, UNITS } from '../../shared/designs/units.ts';
import { provenance } from '../../shared/items/views.ts';
import { fittingById, itemById } from '../items/queries.ts';
import { provenanceOfConsumption } from '../network/consumed.ts';
import { type ConsumptionOfBuild, consumptionsOfBuild, stockOf } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { consumptionPlacesOf, partsOf, saidMeetingsOf } from './queriesOfWork.ts';

/** How the viewer is told of people and texts. */
export interface Telling {
  person(memberId: string): BuildPerson;
  text(textId: string | null): string | null;
  /** Prices are for insiders. */
  prices: boolean;
}

/** For figures alone. */
export const TELLING_NOTHING: Telling = {
  person: () => ({ memberId: null, name: null }),
  text: () => null,
  prices: true,
};

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What met the lines of a build, or came into it without one: fitted, used up, off a shelf, or said. */
export function meetingsOf(
  views: ViewsReader,
  buildId: string,
  lines: ReadonlyMap<string, PartLine>,
  telling: Telling,
): MeetingView[] {
  const lineOf = (line: string | null) => (line === null ? undefined : lines.get(line));
  const met = [
    ...thingsIn(views, buildId, lineOf, telling),
    ...offShelves(views, buildId, lineOf, telling),
    ...said(views, buildId, lineOf, telling),
  ];
  return met.sort((one, other) => (one.at < other.at ? -1 : 1));
}

type LineOf = (line: string | null) => PartLine | undefined;

/** One thing in a line's unit; null where that is counted by length, mass or volume. */
function oneIn(unit: QuantityUnit): number | null {
  return unit === 'set' ? 1 : converted(1, 'piece', unit);
}

function thingsIn(views: ViewsReader, buildId: string, lineOf: LineOf, telling: Telling): MeetingView[] {
  return partsOf(views, buildId).map(({ part, itemId, into, line, step, substitutes, reasonId, at, by }) => {
    const item = itemById(views, itemId);
    const fitting = into === null ? null : fittingById(views, part);
    const unit = lineOf(line)?.unit ?? 'piece';
    return {
      how: into === null ? 'consumed' : 'fitted',
      provenance: fitting ? provenance.parse(fitting.provenance) : (item?.provenance ?? 'unknown'),
      line,
      step,
      name: item?.name ?? '',
      quantity: oneIn(unit),
      unit,
      massKilograms: item?.massKilograms ?? null,
      price: null,
      substitutes: substitutes === 1,
      reason: telling.text(reasonId),
      at: instant(at),
      by: telling.person(by),
      itemId,
      fittingId: into === null ? null : part,
      into,
      stock: null,
      meetingId: null,
    };
  });
}

/** What was taken off a shelf, in the line's unit: of a bar, in pieces of the line's length. */
function inLine(amount: number, stockUnit: QuantityUnit, line: PartLine | undefined): number | null {
  if (!line) return amount / UNITS[stockUnit].inBase;
  const [kept, asked] = [UNITS[stockUnit], UNITS[line.unit]];
  if (kept.measures === asked.measures) return amount / asked.inBase;
  const isCut = line.cut !== null && kept.measures === 'length' && asked.measures === 'count';
  return isCut && line.cut ? amount / line.cut.length / asked.inBase : null;
}

/** What one of `unit` cost, where every lot has a price in the same currency. */
function priceOf({ takes, unit }: ConsumptionOfBuild, quantity: number | null): Price | null {
  const [first] = takes;
  if (!first?.price || !quantity) return null;
  let total = 0;
  for (const { price, amount } of takes) {
    if (price?.currency !== first.price.currency) return null;
    total += price.amount * (amount / UNITS[unit].inBase);
  }
  return { ...first.price, amount: total / quantity };
}

function offShelves(views: ViewsReader, buildId: string, lineOf: LineOf, telling: Telling): MeetingView[] {
  const places = consumptionPlacesOf(views, buildId);
  return consumptionsOfBuild(views, buildId).map((consumption) => {
    const { consumptionId, workshopId, materialId, name, amount, takes, line, at, by } = consumption;
    const place = places.get(consumptionId);
    const partLine = lineOf(line);
    const quantity = inLine(amount, consumption.unit, partLine);
    const mass = stockOf(views, workshopId, materialId)?.description.massKilograms ?? null;
    return {
      how: 'stock',
      provenance: provenanceOfConsumption(views, consumptionId, takes.length),
      line,
      step: place?.step ?? null,
      name,
      quantity,
      unit: partLine?.unit ?? consumption.unit,
      massKilograms: mass === null ? null : mass * amount,
      price: telling.prices ? priceOf(consumption, quantity) : null,
      substitutes: place?.substitutes === 1,
      reason: telling.text(place?.reasonId ?? null),
      at: instant(at),
      by: telling.person(by),
      itemId: null,
      fittingId: null,
      into: null,
      stock: { workshopId, materialId, consumptionId },
      meetingId: null,
    };
  });
}

function said(views: ViewsReader, buildId: string, lineOf: LineOf, telling: Telling): MeetingView[] {
  return saidMeetingsOf(views, buildId).map((row) => {
    const { meetingId, line, step, name, how, massKilograms, reasonId, at, by } = row;
    const price: Price | null = row.price === null ? null : JSON.parse(row.price);
    const unit = quantityUnit.parse(row.unit);
    const asked = lineOf(line)?.unit ?? unit;
    return {
      how: 'word',
      provenance: how === 'new' ? 'new' : 'unknown',
      line,
      step,
      name,
      quantity: converted(row.quantity, unit, asked),
      unit: asked,
      massKilograms,
      price: telling.prices ? price : null,
      substitutes: row.substitutes === 1,
      reason: telling.text(reasonId),
      at: instant(at),
      by: telling.person(by),
      itemId: null,
      fittingId: null,
      into: null,
      stock: null,
      meetingId,
    };
  });
}
