import { itemById, whereIs } from '../items/queries.ts';
import { holderOf } from '../items/views/naming.ts';
import { peopleOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';

/**
 * Who has to do with things: whose each is, who has it, and the stewards of the workshops where it is and whose it is.
 * Asked of many things it looks each workshop up once.
 */
export function answerableIn(views: ViewsReader): (itemId: string) => string[] {
  const stewards = new Map<string, string[]>();
  const stewardsOf = (workshopId: string): string[] => {
    const known = stewards.get(workshopId);
    if (known) return known;
    const found = peopleOf(views, workshopId)
      .filter(({ appointments }) => appointments.some(({ role }) => role === 'steward'))
      .map(({ memberId }) => memberId);
    stewards.set(workshopId, found);
    return found;
  };
  return (itemId) => {
    const item = itemById(views, itemId);
    if (!item) return [];
    const people = [item.owner, holderOf(views, item)].flatMap((party) =>
      party?.kind === 'member' ? [party.memberId] : [],
    );
    const owning = item.owner.kind === 'workshop' ? item.owner.workshopId : null;
    const workshops = new Set([whereIs(views, itemId), owning]);
    return [
      ...people,
      ...[...workshops].flatMap((workshopId) => (workshopId === null ? [] : stewardsOf(workshopId))),
    ];
  };
}
