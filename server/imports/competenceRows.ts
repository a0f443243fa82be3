import { workshopCommands } from '../workshops/commands.ts';
import { nameIn, numberIn } from './cells.ts';
import type { Importing } from './importing.ts';
import { carriedOut, type PlannedRow, Reading } from './planned.ts';
import { folded, type TableRow } from './readTable.ts';

/** Ten years: longer than any training is worth. */
const MOST_MONTHS = 120;

/** A row that defines a competence. */
export function competenceRow(importing: Importing, { line, cells }: TableRow): PlannedRow {
  const { views, workshop, commands, actor, idFor, standing } = importing;
  const reading = new Reading();
  const name = reading.take(nameIn(cells.name ?? ''), cells.name ?? '');
  const validityMonths = reading.take(numberIn(cells.months ?? '', 'number of months', 1, MOST_MONTHS), null);
  const { workshopId } = workshop;
  return {
    name,
    gives: validityMonths === null ? [] : [`${validityMonths} months`],
    mistakes: reading.mistakes,
    shortfalls: [],
    known: standing.has(folded(name)),
    carryOut: async () =>
      carriedOut(
        await commands.handle(workshopCommands(views).DefineCompetence, {
          command: {
            type: 'DefineCompetence',
            workshopId,
            competenceId: idFor(`competence ${line}`),
            name,
            validityMonths,
          },
          actor,
          commandId: idFor(`line ${line}`),
        }),
      ),
  };
}
