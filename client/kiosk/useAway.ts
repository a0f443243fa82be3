import { useEffect, useRef, useState } from 'preact/hooks';

const SECOND = 1000;

/** Counts down from the last touch or key; calls `onAway` at zero. @returns seconds left */
export function useAway(patience: number, onAway: () => void): number {
  const [left, setLeft] = useState(patience);
  const touched = useRef(Date.now());
  const away = useRef(onAway);
  away.current = onAway;
  useEffect(() => {
    const touch = () => {
      touched.current = Date.now();
      setLeft(patience);
    };
    const events = ['pointerdown', 'keydown'] as const;
    for (const name of events) addEventListener(name, touch);
    const timer = setInterval(() => {
      const rest = Math.max(0, patience - Math.floor((Date.now() - touched.current) / SECOND));
      setLeft(rest);
      if (rest === 0) away.current();
    }, SECOND / 2);
    return () => {
      clearInterval(timer);
      for (const name of events) removeEventListener(name, touch);
    };
  }, [patience]);
  return left;
}
