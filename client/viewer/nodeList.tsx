import { IconChevronDown, IconChevronRight, IconEye, IconEyeOff } from '@tabler/icons-preact';
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { flipHidden } from './acts.ts';
import { childrenOf, rowsOf } from './nodeRows.ts';
import type { ViewState } from './viewState.ts';
import { wayTo } from './visibility.ts';

/** Height of a line in pixels: as `.node-row` has it. */
const ROW = 48;
const BEYOND = 6;

/** What a model is made of, as a tree; as many lines are drawn as are in sight. Selecting goes both ways. */
export function NodeList({ model, state }: { model: Model; state: ViewState }) {
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState({ top: 0, height: ROW * 8 });
  const [at, setAt] = useState(0);
  const children = useMemo(() => childrenOf(model), [model]);
  const rows = useMemo(() => rowsOf(model, children, open), [model, children, open]);
  const selected = state.selected.value;
  const hidden = state.hidden.value;
  const latest = selected.at(-1);
  const idOf = (node: number) => model.nodes[node]?.id ?? '';
  const bringIntoSight = (row: number) => {
    const box = list.current;
    if (!box || row < 0) return;
    if (row * ROW < box.scrollTop) box.scrollTop = row * ROW;
    else if ((row + 1) * ROW > box.scrollTop + box.clientHeight)
      box.scrollTop = (row + 1) * ROW - box.clientHeight;
  };
  // What was pressed in the picture is opened up to and brought into sight.
  useEffect(() => {
    const node = model.nodes.findIndex(({ id }) => id === latest);
    if (latest === undefined || node <= 0) return;
    const above = wayTo(model, node).slice(0, -1).map(idOf);
    if (above.some((id) => !open.has(id))) setOpen(new Set([...open, ...above]));
  }, [latest, model]);
  useEffect(() => {
    const row = rows.findIndex(({ node }) => idOf(node) === latest);
    if (row < 0) return;
    setAt(row);
    bringIntoSight(row);
  }, [latest, rows]);
  const flip = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const select = (id: string, more: boolean) => {
    const others = selected.filter((each) => each !== id);
    state.selected.value = more ? (others.length < selected.length ? others : [...others, id]) : [id];
  };
  const keyed = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const row = rows[at];
    if (!row) return;
    const id = idOf(row.node);
    const go = (to: number) => {
      const next = Math.min(rows.length - 1, Math.max(0, to));
      setAt(next);
      bringIntoSight(next);
    };
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (row.hasChildren && !open.has(id) ? flip(id) : go(at + 1)),
      ArrowLeft: () =>
        open.has(id) && row.hasChildren
          ? flip(id)
          : go(rows.findIndex(({ node }) => node === model.nodes[row.node]?.parent)),
      Enter: () => select(id, event.shiftKey),
      ' ': () => select(id, event.shiftKey),
      h: () => flipHidden(state, id),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const first = Math.max(0, Math.floor(seen.top / ROW) - BEYOND);
  const shown = rows.slice(first, Math.ceil((seen.top + seen.height) / ROW) + BEYOND);
  const active = rows[at];
  return (
    <div
      ref={list}
      class="node-list"
      role="tree"
      tabIndex={0}
      aria-label={t.viewer.list}
      aria-multiselectable="true"
      aria-activedescendant={
        active && at >= first && at < first + shown.length ? `node-${active.node}` : undefined
      }
      onKeyDown={keyed}
      onScroll={({ currentTarget }) =>
        setSeen({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
    >
      <div class="node-room" role="presentation" style={{ height: `${rows.length * ROW}px` }}>
        {shown.map(({ node, level, hasChildren }, place) => {
          const id = idOf(node);
          const name = model.nodes[node]?.name ?? '';
          const isOpen = open.has(id);
          const isHidden = hidden.includes(id);
          return (
            <div
              key={id}
              id={`node-${node}`}
              class="node-row"
              role="treeitem"
              aria-label={name}
              tabIndex={-1}
              aria-level={level + 1}
              aria-selected={selected.includes(id)}
              aria-expanded={hasChildren ? isOpen : undefined}
              data-active={first + place === at || undefined}
              data-hidden={isHidden || undefined}
              style={{ transform: `translateY(${(first + place) * ROW}px)`, paddingLeft: `${level * 20}px` }}
              onPointerEnter={() => {
                state.hovered.value = id;
              }}
              onPointerLeave={() => {
                state.hovered.value = null;
              }}
            >
              {hasChildren ? (
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={isOpen ? t.viewer.close(name) : t.viewer.open(name)}
                  onClick={() => flip(id)}
                >
                  {isOpen ? <IconChevronDown aria-hidden="true" /> : <IconChevronRight aria-hidden="true" />}
                </button>
              ) : (
                <span class="no-fold" />
              )}
              <button
                type="button"
                tabIndex={-1}
                class="name"
                onClick={(event) => {
                  setAt(first + place);
                  select(id, event.shiftKey || event.ctrlKey || event.metaKey);
                }}
              >
                {name}
              </button>
              <button
                type="button"
                tabIndex={-1}
                aria-label={isHidden ? t.viewer.showThis(name) : t.viewer.hideThis(name)}
                onClick={() => flipHidden(state, id)}
              >
                {isHidden ? <IconEyeOff aria-hidden="true" /> : <IconEye aria-hidden="true" />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
