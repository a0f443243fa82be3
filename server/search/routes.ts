import { z } from 'zod';
import { labelCode } from '../../shared/identifiers.ts';
import { MOST_FOUND, type SearchFind, searchView } from '../../shared/search/views.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { designsWithWordsOf } from '../designs/search/titles.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { labelAsTyped } from '../machines/label.ts';
import { allMachines, type Machine, machineByLabel } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { allWorkshops, workshopById } from '../workshops/queries.ts';
import { buildsFor, type Ranked, stocksFor, thingsFor } from './made.ts';
import { rankOf } from './rank.ts';

/** Words that stand in what a design says, but not in its title, purpose or tags. */
const IN_ITS_CONTENT = 4;

type Found = Pick<Ranked, 'rank' | 'find'>;

/** One search over what a person may read: machines, tools, things, builds, shelves, workshops, designs, and the codes on labels. */
export function searchRoutes({ views }: Pick<Parts, 'views'>): AnyRoute[] {
  const findOf = (machine: Machine, byLabel: boolean): SearchFind => ({
    what: 'machine',
    machineId: machine.machineId,
    name: machine.name,
    machineKind: machine.kind,
    workshopName: workshopById(views, machine.workshopId)?.name ?? '',
    labelCode: machine.labelCode,
    retired: machine.retired,
    byLabel,
  });

  const codeIn = (typed: string): string | null => labelCode.safeParse(labelAsTyped(typed)).data ?? null;

  const machinesFor = (typed: string, mayRead: (machine: Machine) => boolean): Found[] => {
    const code = codeIn(typed);
    const exact = code === null ? null : machineByLabel(views, code);
    return allMachines(views).flatMap((machine) => {
      const byLabel = machine.machineId === exact?.machineId;
      const { name, maker, model, labelCode: ownCode, kind } = machine;
      const workshop = workshopById(views, machine.workshopId)?.name ?? null;
      const rank = byLabel ? -1 : rankOf({ name, more: [maker, model, ownCode, kind, workshop] }, typed);
      if (rank === null || !mayRead(machine)) return [];
      return [{ rank: machine.retired && !byLabel ? rank + 10 : rank, find: findOf(machine, byLabel) }];
    });
  };

  const workshopsFor = (typed: string): Found[] =>
    allWorkshops(views).flatMap(({ workshopId, name, place: { address } }) => {
      const rank = rankOf({ name, more: [address] }, typed);
      return rank === null ? [] : [{ rank, find: { what: 'workshop', workshopId, name, address } }];
    });

  const designsFor = (typed: string): Found[] =>
    designsWithWordsOf(views, typed, MOST_FOUND).map(({ designId, title: name, purpose, tags }) => ({
      rank: rankOf({ name, more: [purpose, ...tags] }, typed) ?? IN_ITS_CONTENT,
      find: { what: 'design', designId, name, purpose },
    }));

  return [
    defineRoute({
      method: 'get',
      path: '/api/search',
      summary:
        'Machines, tools, things, builds, shelves, workshops and designs by words, or by the code on a label',
      tag: 'about',
      access: 'public',
      scopes: ['machines:read'],
      query: z.strictObject({ q: z.string().trim().min(1).max(80) }),
      reply: searchView,
      handle: ({ query: { q }, requester, now }) => {
        const mayRead = ({ workshopId }: Machine) =>
          isAllowed(views, requester, 'machine.read', { workshopId }, now);
        const code = codeIn(q);
        const made = (found: readonly Ranked[], action: 'item.read' | 'build.read' | 'stock.read') =>
          found.filter(({ workshopId }) => isAllowed(views, requester, action, { workshopId }, now));
        const ranked = [
          ...workshopsFor(q),
          ...machinesFor(q, mayRead),
          ...made(thingsFor(views, q, code), 'item.read'),
          ...made(buildsFor(views, q), 'build.read'),
          ...made(stocksFor(views, q, code), 'stock.read'),
          ...designsFor(q),
        ].toSorted((one, other) => one.rank - other.rank || one.find.name.localeCompare(other.find.name));
        return { body: { found: ranked.slice(0, MOST_FOUND).map(({ find }) => find) } };
      },
    }),
  ];
}
