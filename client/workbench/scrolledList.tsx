import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface ScrolledListProps<Item> {
  items: readonly Item[];
  label: string;
  keyOf: (item: Item) => string;
  /** The row that is brought into sight when it changes. */
  shown: string | null;
  children: (item: Item) => ComponentChildren;
}

/** Of every row, CSS pixels; as workbench.css has it. */
const ROW = 48;
const AROUND = 12;
const WHOLE_UP_TO = 100;

/** A list that scrolls in itself; of many rows only those in sight are drawn. */
export function ScrolledList<Item>({ items, label, keyOf, shown, children }: ScrolledListProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const isLong = items.length > WHOLE_UP_TO;
  useEffect(() => {
    const index = shown === null ? -1 : items.findIndex((item) => keyOf(item) === shown);
    const element = list.current;
    if (index < 0 || !element) return;
    const [from, to] = [index * ROW, (index + 1) * ROW];
    if (from < element.scrollTop) element.scrollTop = from;
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight;
  }, [shown]);
  const height = list.current?.clientHeight ?? 600;
  const from = isLong ? Math.max(0, Math.min(Math.floor(top / ROW) - AROUND, items.length - 1)) : 0;
  const drawn = isLong ? items.slice(from, from + Math.ceil(height / ROW) + 2 * AROUND) : items;
  return (
    <ul
      ref={list}
      class="bench-rows"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onScroll={isLong ? ({ currentTarget }) => setTop(currentTarget.scrollTop) : undefined}
    >
      {isLong && <li aria-hidden="true" style={{ height: `${from * ROW}px` }} />}
      {drawn.map((item, index) => (
        <li key={keyOf(item)} aria-setsize={items.length} aria-posinset={from + index + 1}>
          {children(item)}
        </li>
      ))}
      {isLong && (
        <li aria-hidden="true" style={{ height: `${(items.length - from - drawn.length) * ROW}px` }} />
      )}
    </ul>
  );
}
