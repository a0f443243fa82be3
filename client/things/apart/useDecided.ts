import { useState } from 'preact/hooks';
import { type Decided, keepDecided, readDecided } from './decided.ts';

/** What was decided so far in taking a thing apart, remembered by this browser. */
export function useDecided(itemId: string) {
  const [decided, setDecided] = useState(() => readDecided(localStorage, itemId));
  const put = (next: Decided[]) => {
    setDecided(next);
    keepDecided(localStorage, itemId, next);
  };
  return {
    decided,
    add: (part: Decided) => put([...decided.filter(({ key }) => key !== part.key), part]),
    remove: (key: string) => put(decided.filter((each) => each.key !== key)),
  };
}
