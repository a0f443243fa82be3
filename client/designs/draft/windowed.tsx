import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Shorter lists are drawn whole. */
const WHOLE_UP_TO = 150;
/** Rows above and below what is seen. */
const AROUND = 20;

interface WindowedProps<Item> {
  items: readonly Item[];
  label: string;
  /** Of every row, CSS pixels. */
  rowHeight: number;
  keyOf: (item: Item) => string;
  /** This row is brought into sight when the list appears. */
  first: string | null;
  children: (item: Item) => ComponentChildren;
}

/** A list of rows of one height, of which only those in sight are drawn: ten thousand lines scroll like ten. */
export function Windowed<Item>(props: WindowedProps<Item>) {
  const { items, label, rowHeight, keyOf, first, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const [seen, setSeen] = useState({ from: 0, to: WHOLE_UP_TO });
  const isLong = items.length > WHOLE_UP_TO;
  useEffect(() => {
    const index = first === null ? -1 : items.findIndex((item) => keyOf(item) === first);
    const top = list.current?.getBoundingClientRect().top ?? 0;
    if (index > 5) scrollTo({ top: scrollY + top + (index - 3) * rowHeight });
  }, []);
  useEffect(() => {
    if (!isLong) return;
    let asked = 0;
    const look = () => {
      asked = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor(-top / rowHeight) - AROUND);
      const to = from + Math.ceil(innerHeight / rowHeight) + 2 * AROUND;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const later = () => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, [isLong, rowHeight]);
  const from = isLong ? Math.min(seen.from, Math.max(0, items.length - 1)) : 0;
  const drawn = isLong ? items.slice(from, seen.to) : items;
  return (
    <ul
      ref={list}
      class="line-rows"
      aria-label={label}
      style={
        isLong ? { height: `${items.length * rowHeight}px`, paddingTop: `${from * rowHeight}px` } : undefined
      }
    >
      {drawn.map((item, index) => (
        <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={from + index + 1}>
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
