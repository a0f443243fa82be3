import type { Provenance } from '../../shared/reuse/provenance.ts';
import type { ViewsReader } from '../views/reader.ts';
import { provenanceFrom } from './provenances.ts';
import { networkTakes } from './tables.ts';

/**
 * Where what was taken off a shelf had come from, in one word, also where it was an offcut, or lay in another workshop
 * before: unknown as soon as nobody can say of one of the lots.
 * @param takes from how many lots it was taken
 */
export function provenanceOfConsumption(
  views: ViewsReader,
  consumptionId: string,
  takes: number,
): Provenance {
  const found = new Set<Provenance>();
  for (let index = 0; index < takes; index++) {
    const take = views.byKey(networkTakes, `${consumptionId}/${index}`);
    found.add(provenanceFrom(take?.provenance ?? null));
  }
  if (found.size === 0 || found.has('unknown')) return 'unknown';
  return (['recovered', 'made'] as const).find((one) => found.has(one)) ?? 'new';
}
