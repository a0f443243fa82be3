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
  // An undo may come long after: it changes the round as it is then.
  const change = (make: (before: Round) => Round) =>
    setRound((before) => {
      const next = make(before);
      keepRound(key, next);
      return next;
    });
  return {
    round,
    /** This bin is counted now; null: it is not, after all. */
    note: (materialId: string, found: Found | null) =>
      change(({ began, bins: { [materialId]: _, ...others } }) => ({
        began,
        bins: found ? { ...others, [materialId]: found } : others,
      })),
    anew: () => change(() => ({ began: Date.now(), bins: {} })),
  };
}
