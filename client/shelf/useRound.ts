import { useState } from 'preact/hooks';
import { account } from '../offline/account.ts';
import { type Found, type Round, roundFrom } from './counting.ts';

function keptRound(key: string): Round | null {
  try {
    return roundFrom(JSON.parse(localStorage.getItem(key) ?? 'null'), Date.now());
  } catch {
    return null;
  }
}

function keepRound(key: string, round: Round): void {
  try {
    localStorage.setItem(key, JSON.stringify(round));
  } catch {
    // A browser that keeps nothing counts as long as the page is open.
  }
}

/** The round of counting that is under way in this browser; it stays when the page is left. */
export function useRound(workshopId: string) {
  const key = `commonwright-count-${account.value}-${workshopId}`;
  const [round, setRound] = useState<Round>(() => keptRound(key) ?? { began: Date.now(), bins: {} });
  const put = (next: Round) => {
    setRound(next);
    keepRound(key, next);
  };
  return {
    round,
    /** This bin is counted now. */
    note: (materialId: string, found: Found) =>
      put({ ...round, bins: { ...round.bins, [materialId]: found } }),
    anew: () => put({ began: Date.now(), bins: {} }),
  };
}
