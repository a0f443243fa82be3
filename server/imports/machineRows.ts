import { registerMachine } from '../../shared/machines/commands.ts';
import type { KitPart } from '../../shared/machines/events.ts';
import { DEFAULTS_OF_KINDS } from '../../shared/machines/kinds.ts';
import type { MachineKind } from '../../shared/machines/words.ts';
import { machineCommands } from '../machines/commands.ts';
import { type Cell, listIn, nameIn, numberIn, optionalNameIn, yesOrNoIn } from './cells.ts';
import { competencesIn, type Importing, unknownCompetence } from './importing.ts';
import { kindIn } from './kindWords.ts';
import { carriedOut, type PlannedRow, Reading } from './planned.ts';
import { folded, type TableRow } from './readTable.ts';

const MOST_COMPETENCES = 20;

/** A row that registers a machine, or a tool or kit; what it leaves open its kind fills in. */
export function machineRow(
  importing: Importing,
  { line, cells }: TableRow,
  table: 'machines' | 'tools',
): PlannedRow {
  const { views, workshop, commands, actor, idFor, standing } = importing;
  const reading = new Reading();
  const of = <Value>(cell: Cell<Value>, otherwise: Value) => reading.take(cell, otherwise);
  const name = of(nameIn(cells.name ?? ''), '');
  const contents = of(contentsIn(cells.contents ?? ''), []);
  const borrowed = contents.length > 0 ? 'kit' : 'tool';
  const kind = of<MachineKind>(table === 'tools' ? { value: borrowed } : kindOf(cells.kind ?? ''), 'other');
  const defaults = DEFAULTS_OF_KINDS[kind];
  const competences = competencesIn(importing, cells.competences ?? '');
  reading.mistakes.push(...competences.unknown.map(unknownCompetence));
  if (competences.found.length > MOST_COMPETENCES) {
    reading.mistakes.push(`A machine asks for ${MOST_COMPETENCES} competences at most.`);
  }
  const { rules = defaults.rules, ...description } = registerMachine.parse({
    name: name === '' ? '-' : name,
    kind,
    maker: of(optionalNameIn(cells.maker ?? '', 'maker'), null),
    model: of(optionalNameIn(cells.model ?? '', 'model'), null),
    area: of(optionalNameIn(cells.area ?? '', 'area'), null),
    emergencyStop: of(optionalNameIn(cells.emergencyStop ?? '', 'emergency stop'), null),
    capacity: of(numberIn(cells.capacity ?? '', 'number of places', 1, 500), null) ?? defaults.capacity,
    mayRunUnattended: of(yesOrNoIn(cells.unattended ?? ''), null) ?? defaults.mayRunUnattended,
    dangers: defaults.dangers,
    protection: defaults.protection,
    requiredCompetences: competences.found.slice(0, MOST_COMPETENCES).map(({ competenceId }) => competenceId),
    contents,
  });
  const { workshopId } = workshop;
  return {
    name: name === '' ? (cells.name ?? '') : name,
    gives: [kind, ...competences.found.map((one) => one.name)],
    mistakes: reading.mistakes,
    shortfalls: [],
    known: standing.has(folded(name)),
    carryOut: async () =>
      carriedOut(
        await commands.handle(machineCommands(views).RegisterMachine, {
          command: {
            type: 'RegisterMachine',
            machineId: idFor(`machine ${line}`),
            workshopId,
            description,
            rules,
          },
          actor,
          commandId: idFor(`line ${line}`),
        }),
      ),
  };
}

function kindOf(cell: string): Cell<MachineKind> {
  if (cell === '') return { value: 'other' };
  const kind = kindIn(cell);
  return kind === null ? { mistake: `“${cell}” is no kind of machine that is known here.` } : { value: kind };
}

/** Pieces of a kit: `drill`, `6 x bit`. */
function contentsIn(cell: string): Cell<KitPart[]> {
  const parts: KitPart[] = [];
  for (const item of listIn(cell)) {
    const [, count = '1', rest = item] = /^(\d{1,4})\s*[x×*]\s*(.+)$/i.exec(item) ?? [];
    const name = nameIn(rest, 'piece');
    if ('mistake' in name) return name;
    const quantity = Number(count);
    if (quantity < 1 || quantity > 1000) return { mistake: `“${item}” is no number of pieces.` };
    parts.push({ name: name.value, quantity, toolId: null });
  }
  return parts.length > 200 ? { mistake: 'A kit holds 200 pieces at most.' } : { value: parts };
}
