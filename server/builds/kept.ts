import type { PartLine } from '../../shared/designs/partLines.ts';
import { type QuantityUnit, UNITS } from '../../shared/designs/units.ts';
import { reservationsOfBuild } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';

/** What a shelf keeps for a line of a build; the amount in base units, `unit` as the shelf counts. */
export type Kept = ReturnType<typeof reservationsOfBuild>[number];

/** What shelves keep for the lines of a build, by line. */
export function keptByLine(views: ViewsReader, buildId: string): Map<string, Kept[]> {
  const byLine = new Map<string, Kept[]>();
  for (const one of reservationsOfBuild(views, buildId)) {
    if (one.line === null) continue;
    const those = byLine.get(one.line);
    if (those) those.push(one);
    else byLine.set(one.line, [one]);
  }
  return byLine;
}

/** Millimetres of a bar that people leave out when they say what is to be kept. */
const ROUNDED = 0.5;

/** How much of a line that is, in the line's unit: of what is cut, whole pieces with what the saw takes between them. */
export function keptInLine(line: PartLine, kept: readonly { amount: number; unit: QuantityUnit }[]): number {
  const asked = UNITS[line.unit];
  return kept.reduce((sum, { amount, unit }) => {
    const { measures } = UNITS[unit];
    if (measures === asked.measures) return sum + amount / asked.inBase;
    if (line.cut === null || measures !== 'length' || asked.measures !== 'count') return sum;
    const { length, kerf } = line.cut;
    return sum + Math.floor((amount + kerf + ROUNDED) / (length + kerf)) / asked.inBase;
  }, 0);
}
