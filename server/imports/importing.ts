import type { ImportTable } from '../../shared/imports/commands.ts';
import type { Actor } from '../commands/definition.ts';
import type { CommandHandler } from '../commands/outcome.ts';
import { machinesOf } from '../machines/queries.ts';
import { peopleOf } from '../members/queries.ts';
import type { Names } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competencesDefinedBy, type Workshop } from '../workshops/queries.ts';
import { listIn } from './cells.ts';
import { folded } from './readTable.ts';

/** One import under way: who, where, and how what it makes is named. */
export interface Importing {
  commands: CommandHandler;
  views: ViewsReader;
  workshop: Workshop;
  importer: string;
  actor: Actor;
  /** UTC milliseconds since 1970. */
  now: number;
  /** Folded names of what the table is about, as far as it stands here already. */
  standing: ReadonlySet<string>;
  /** An id that is the same when the import is repeated. */
  idFor(name: string): string;
}

/** The competences that a cell names, by the workshop's own names. */
export function competencesIn(
  { views, workshop }: Pick<Importing, 'views' | 'workshop'>,
  cell: string,
): { found: { competenceId: string; name: string }[]; unknown: string[] } {
  const defined = competencesDefinedBy(views, workshop.workshopId);
  const named = [...new Set(listIn(cell).map(folded))];
  return {
    found: defined.filter(({ name }) => named.includes(folded(name))),
    unknown: listIn(cell).filter((word) => !defined.some(({ name }) => folded(name) === folded(word))),
  };
}

export const unknownCompetence = (word: string): string =>
  `“${word}” is no competence of this workshop: define it first.`;

/** Folded names of what stands in a workshop already. */
export function standingNames(
  table: ImportTable,
  { views, names }: { views: ViewsReader; names: Names },
  workshopId: string,
): ReadonlySet<string> {
  const known = () => {
    switch (table) {
      case 'members': {
        const people = peopleOf(views, workshopId).map(({ memberId }) => memberId);
        return [...names.of(people).values()].flatMap((name) => name ?? []);
      }
      case 'competences':
        return competencesDefinedBy(views, workshopId).map(({ name }) => name);
      case 'machines':
      case 'tools':
        return machinesOf(views, workshopId).flatMap(({ name, retired }) => (retired ? [] : [name]));
    }
  };
  return new Set(known().map(folded));
}
