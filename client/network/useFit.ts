import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Below these, words are too small to be read: at all, and without being asked for. */
const LEAST = 0.5;
const READABLE = 0.66;

/** Whether a drawing of this width (CSS pixels) is made smaller so that all of it stands in its frame. */
export function useFit(frame: RefObject<HTMLElement | null>, width: number) {
  const [room, setRoom] = useState(width);
  const [asked, setFitted] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const sheet = frame.current;
    if (!sheet) return;
    const watch = new ResizeObserver(() => setRoom(sheet.clientWidth));
    watch.observe(sheet);
    setRoom(sheet.clientWidth);
    return () => watch.disconnect();
  }, []);
  const fitting = room / width;
  const mayFit = fitting < 0.98 && fitting >= LEAST;
  const isFitted = mayFit && (asked ?? fitting >= READABLE);
  return { scale: isFitted ? fitting : 1, mayFit, isFitted, setFitted };
}
