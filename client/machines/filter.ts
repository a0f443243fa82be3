import type { MachineSummary } from '../../shared/machines/views.ts';
import type { MachineKind } from '../../shared/machines/words.ts';
import { isFreeNow } from './answer.ts';

export interface MachineFilter {
  /** Words of the name, maker, model or workshop, or the label's code. */
  search: string;
  /** A workshop's id, `mine`, or nothing for all. */
  workshop: string;
  kind: MachineKind | '';
  freeOnly: boolean;
}

export const noFilter: MachineFilter = { search: '', workshop: '', kind: '', freeOnly: false };

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function liesIn(workshopId: string, wanted: string, mine: readonly string[]): boolean {
  if (wanted === '') return true;
  return wanted === 'mine' ? mine.includes(workshopId) : wanted === workshopId;
}

/** The machines that fit, free ones first, then by name. `mine`: ids of the viewer's workshops. */
export function fitting(
  machines: readonly MachineSummary[],
  filter: MachineFilter,
  mine: readonly string[],
): MachineSummary[] {
  const wanted = folded(filter.search).split(/\s+/).filter(Boolean);
  const fits = (machine: MachineSummary) => {
    if (!liesIn(machine.workshopId, filter.workshop, mine)) return false;
    if (filter.kind !== '' && machine.kind !== filter.kind) return false;
    if (filter.freeOnly && !isFreeNow(machine.availability)) return false;
    if (machine.retired && filter.search === '') return false;
    const { name, maker, model, labelCode, workshopName } = machine;
    const text = folded([name, maker, model, labelCode, workshopName].filter(Boolean).join(' '));
    return wanted.every((word) => text.includes(word));
  };
  const order = (machine: MachineSummary) => (machine.retired ? 2 : isFreeNow(machine.availability) ? 0 : 1);
  return machines
    .filter(fits)
    .sort((left, right) => order(left) - order(right) || left.name.localeCompare(right.name));
}

/** The filter as it stands in an address, and back. */
export function filterFrom(
  query: Record<string, string>,
  isKind: (text: string) => text is MachineKind,
): MachineFilter {
  const kind = query.kind ?? '';
  return {
    search: query.q ?? '',
    workshop: query.workshop ?? '',
    kind: isKind(kind) ? kind : '',
    freeOnly: query.free === 'now',
  };
}

export function addressWith(filter: MachineFilter): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('q', filter.search);
  if (filter.workshop) query.set('workshop', filter.workshop);
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.freeOnly) query.set('free', 'now');
  const text = query.toString();
  return text ? `/machines?${text}` : '/machines';
}
