import { useEffect, useState } from 'preact/hooks';

/** Milliseconds: longer than between the two presses of a slow double tap, shorter than it takes to read what came. */
const UNREAD = 350;

/**
 * Whether what is shown has come just now, named by `what`: a second tap that was meant for what stood there before must
 * not decide it. Its buttons are busy for so long.
 */
export function useJustCome(what: string): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(what), UNREAD);
    return () => clearTimeout(timer);
  }, [what]);
  return settled !== what;
}
