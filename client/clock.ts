import { useEffect, useState } from 'preact/hooks';

/** Milliseconds since 1970, anew every half minute while the page is seen: what is free now changes by itself. */
export function useNow(everyHalfMinute?: () => void): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => {
      if (document.hidden) return;
      setNow(Date.now());
      everyHalfMinute?.();
    };
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, [everyHalfMinute]);
  return now;
}
