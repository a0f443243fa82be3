import { useEffect, useRef, useState } from 'preact/hooks';
import { type DesignCard, type DesignList, designList } from '../../../shared/designs/catalogueViews.ts';
import { get } from '../../api.ts';
import { RequestFailed } from '../../problem.ts';
import { useResource } from '../../resource.ts';

export interface Catalogue {
  /** What was last found; it stays while something else is looked for. Undefined before the first answer. */
  list: DesignList | undefined;
  designs: DesignCard[];
  failure: RequestFailed | undefined;
  /** What is shown is of an earlier question. */
  old: boolean;
  /** Reads the next page; null where all is there. */
  readMore: (() => void) | null;
  busy: boolean;
  again: () => void;
}

interface Further {
  path: string;
  designs: DesignCard[];
  next: string | null;
}

/** The designs that fit, a page at a time. `pathAfter`: the question for the page after a cursor. */
export function useCatalogue(path: string, pathAfter: (after: string) => string): Catalogue {
  const found = useResource(path, designList);
  const shown = useRef<{ path: string; list: DesignList } | undefined>(undefined);
  const [further, setFurther] = useState<Further | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | undefined>(undefined);
  const asked = useRef(path);
  asked.current = path;
  const now = found.value.value;
  if (now) shown.current = { path, list: now };
  useEffect(() => {
    setFurther(null);
    setFailure(undefined);
  }, [path]);
  const more = further?.path === path ? further : null;
  const next = more ? more.next : (now?.next ?? null);
  const readMore = async (after: string) => {
    setBusy(true);
    try {
      const page = await get(pathAfter(after), designList);
      if (asked.current !== path) return;
      const known = new Set([...(now?.designs ?? []), ...(more?.designs ?? [])].map((card) => card.designId));
      // A design that was published meanwhile moves others on to the next page.
      const fresh = page.designs.filter(({ designId }) => !known.has(designId));
      setFurther({ path, designs: [...(more?.designs ?? []), ...fresh], next: page.next });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    list: shown.current?.list,
    designs: [...(shown.current?.list.designs ?? []), ...(more?.designs ?? [])],
    failure: failure ?? found.error.value,
    old: shown.current?.path !== path,
    readMore: next === null || busy ? null : () => void readMore(next),
    busy,
    again: () => void found.refetch(),
  };
}
