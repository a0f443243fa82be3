import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { AXIS_HEIGHT, type Layout } from './layout.ts';
import { rowsInWindow } from './rowWindow.ts';

/** Rows drawn above and below the window. */
const OVERSCAN = 5;
/** Stretches are drawn by pages of this many pixels, so that scrolling sideways rarely draws. */
const PAGE = 320;

/** Follows a scroller. The answer is another object only when other rows or pages have come into sight. */
export const useSeen = (
  scroller: RefObject<HTMLElement | null>,
  layout: Layout,
): { rows: { first: number; last: number }; across: { from: number; to: number }; follow: () => void } => {
  const [rows, setRows] = useState({ first: 0, last: 0 });
  const [across, setAcross] = useState({ from: 0, to: 0 });
  const follow = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    const next = rowsInWindow(layout.tops, scrollTop, clientHeight - AXIS_HEIGHT, OVERSCAN);
    setRows((before) => (before.first === next.first && before.last === next.last ? before : next));
    const page = Math.floor(scrollLeft / PAGE);
    const from = ((page - 1) * PAGE) / layout.scale;
    const to = ((page + 2) * PAGE + clientWidth) / layout.scale;
    setAcross((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [layout]);
  useLayoutEffect(follow, [follow]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => observer.disconnect();
  }, [follow]);
  return { rows, across, follow };
};
