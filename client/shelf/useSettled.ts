import { useEffect, useState } from 'preact/hooks';

/** So long nothing more has to be typed before it is looked for, milliseconds. */
const PAUSE = 200;

/** What was typed, once the keys rest. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
