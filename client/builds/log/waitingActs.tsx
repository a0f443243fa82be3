import { unsent } from '../../offline/unsent.ts';
import { WaitingRows } from '../../offline/waitingRows.tsx';
import type { Pending } from './pending.ts';

/** Parts, machines and hands that were told here and are not sent yet, or were refused. */
export function WaitingActs({ acts }: { acts: readonly Pending[] }) {
  const places = new Set(acts.map(({ place }) => place));
  return <WaitingRows rows={unsent.value.filter(({ place }) => places.has(place))} />;
}
