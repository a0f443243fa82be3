import { useEffect, useState } from 'preact/hooks';
import { type ThingList, type ThingRow, thingList } from '../../shared/items/views.ts';
import { get } from '../api.ts';
import { RequestFailed } from '../problem.ts';
import { type Resource, useResource } from '../resource.ts';
import { type ThingFilter, thingsPath } from './thingFilter.ts';

interface Further {
  of: string;
  things: ThingRow[];
  next: string | null;
}

/** What is shown, and what would be shown if it came; of all things in all workshops whatever moves. */
function followed({ workshop, design }: ThingFilter, list: ThingList | undefined): string[] {
  if (workshop === '' && design === '') return ['item-'];
  const shown = (list?.things ?? []).map(({ itemId }) => `item-${itemId}`);
  return [workshop === '' ? `kind-${design}` : `lying-${workshop}`, ...shown];
}

/** A list of things, and its further pages. */
export function useThings(filter: ThingFilter): {
  first: Resource<ThingList>;
  things: ThingRow[];
  failure: RequestFailed | null;
  readOn: (() => void) | null;
} {
  const path = thingsPath(filter, null);
  const first = useResource(path, thingList, (list) => followed(filter, list));
  const [further, setFurther] = useState<Further | null>(null);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const shown = first.value.value;
  // A first page that was read anew begins the list again.
  useEffect(() => setFurther(null), [shown]);
  const more = further?.of === path ? further : null;
  const next = more ? more.next : (shown?.next ?? null);
  const read = async (after: string) => {
    try {
      const page = await get(thingsPath(filter, after), thingList);
      setFurther({ of: path, things: [...(more?.things ?? []), ...page.things], next: page.next });
      setFailure(null);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
    }
  };
  return {
    first,
    things: [...(shown?.things ?? []), ...(more?.things ?? [])],
    failure,
    readOn: next === null ? null : () => read(next),
  };
}
