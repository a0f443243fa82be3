import './timeline.css';
import type { TargetedFocusEvent, TargetedMouseEvent } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import type { BoardRow } from './board.ts';
import { Bubble } from './bubble.tsx';
import type { GestureRules } from './gesture.ts';
import { drawGhost, hideGhost } from './ghost.ts';
import { AXIS_HEIGHT, type Layout, underPoint } from './layout.ts';
import { NowLine } from './nowLine.tsx';
import { type Opened, openCell, openProposal } from './opened.ts';
import { pendingsOf } from './pending.ts';
import { listenToPointers } from './pointerGestures.ts';
import { rowsToDraw, sightOf, useFirstSight } from './sight.ts';
import { HourLines, TimelineAxis } from './timelineAxis.tsx';
import { TimelineRow } from './timelineRow.tsx';
import { cellUnder, gripAt } from './underPointer.ts';
import { useGridKeyboard } from './useGridKeyboard.ts';
import { useProposals } from './useProposals.ts';
import { useSeen } from './useSeen.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

export interface TimelineProps {
  /** Name of the grid for those who listen. */
  label: string;
  layout: Layout;
  /** Milliseconds since 1970; moves the line of now. */
  now: number;
  onOpen: (opened: Opened) => void;
  /** Reads a row's views anew; resolves when they are there. */
  onChanged: (row: BoardRow) => Promise<void>;
}

/**
 * Rows of time: machines side by side, or days of one machine. Only rows in sight are in the document. Bookings are placed,
 * moved and resized by mouse, finger and keyboard; while they move the server is asked, at the end it is told once.
 */
export function Timeline({ label, layout, now, onOpen, onChanged }: TimelineProps) {
  const { board } = layout;
  const scroller = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const latest = useRef({ layout, now, onOpen });
  latest.current = { layout, now, onOpen };
  const { rows, across, follow } = useSeen(scroller, layout);
  const proposals = useProposals({
    board,
    draw: (proposal, state) =>
      ghost.current && drawGhost(ghost.current, latest.current.layout, proposal, state),
    hide: () => ghost.current && hideGhost(ghost.current),
    onChanged,
  });
  const quarter = Math.ceil(now / QUARTER) * QUARTER;
  const keyboard = useGridKeyboard(scroller, layout, quarter, proposals, onOpen);
  const { cursor, cell: cursorCell, onKeyDown } = keyboard;
  const height = layout.tops[board.rows.length] ?? 0;

  useFirstSight(scroller, layout, now);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    return listenToPointers({
      scroller: element,
      rules: () => gestureRulesOf(latest.current.layout),
      gripAt: (target, x, y) => gripAt(latest.current.layout, target, x, y),
      locate: (x, y) => underPoint(latest.current.layout, x, y),
      margins: () => ({ left: latest.current.layout.plates, top: AXIS_HEIGHT }),
      begin: proposals.show,
      preview: proposals.show,
      send: proposals.send,
      rest: (proposal) => {
        proposals.drop();
        openProposal(latest.current.layout.board, proposal, latest.current.onOpen);
      },
      abandon: proposals.drop,
    });
  }, []);

  const onClick = (event: TargetedMouseEvent<HTMLElement>) => {
    const found = cellUnder(layout, event.target, quarter);
    if (!found || found.cell.kind === 'plate') return;
    const row = board.rows[found.row];
    const bounds = scroller.current?.getBoundingClientRect();
    if (!row || !bounds) return;
    // A press by an assistive technology has no place; the stretch begins then.
    const x = event.clientX - bounds.left + (scroller.current?.scrollLeft ?? 0) - layout.plates;
    const at = event.detail === 0 ? found.cell.start : underPoint(layout, x, layout.tops[found.row] ?? 0).at;
    cursor.value = { mode: 'browsing', row: found.row, key: found.cell.key, at };
    openCell(row, found.cell, at, onOpen);
  };

  const onFocusIn = (event: TargetedFocusEvent<HTMLElement>) => {
    const found = cellUnder(layout, event.target, quarter);
    if (!found || cursor.value.mode === 'holding') return;
    if (found.row === cursor.value.row && found.cell.key === cursorCell?.key) return;
    cursor.value = { mode: 'browsing', row: found.row, key: found.cell.key, at: found.cell.start };
  };

  // The same drawing is not gone through again while rows come and go.
  const axis = useMemo(() => <TimelineAxis layout={layout} />, [layout]);
  const lines = useMemo(() => <HourLines layout={layout} height={height} />, [layout, height]);
  const drawn = rowsToDraw(rows, cursor.value.row, board.rows.length);
  return (
    <div class="timeline" data-layout={board.layout}>
      <div
        ref={scroller}
        class="timeline-scroller"
        style={{ 'scroll-padding-inline-start': `${layout.plates + 8}px` }}
        onScroll={follow}
      >
        <div
          class="timeline-canvas"
          style={{
            '--plates': `${layout.plates}px`,
            width: `${layout.plates + layout.width}px`,
            height: `${AXIS_HEIGHT + height}px`,
          }}
        >
          {axis}
          {/* biome-ignore lint/a11y/useSemanticElements: cells lie by time and are windowed, which a table cannot do. */}
          <div
            class="timeline-rows"
            role="grid"
            aria-label={label}
            aria-rowcount={board.rows.length}
            aria-describedby="timeline-how-to"
            onKeyDown={onKeyDown}
            onClick={onClick}
            onFocusIn={onFocusIn}
          >
            {lines}
            {drawn.map((index) => {
              const row = board.rows[index];
              return (
                row && (
                  <TimelineRow
                    key={row.key}
                    layout={layout}
                    row={row}
                    index={index}
                    now={quarter}
                    seen={across}
                    focusKey={index === cursor.value.row ? (cursorCell?.key ?? null) : null}
                    pendings={pendingsOf(proposals.pendings.value, row)}
                  />
                )
              );
            })}
            <NowLine layout={layout} now={now} height={height} />
            <div ref={ghost} class="timeline-ghost" aria-hidden="true" hidden>
              <span class="timeline-ghost-time" />
            </div>
          </div>
          <Bubble
            content={proposals.bubble}
            layout={layout}
            timeZone={board.timeZone}
            sight={() => sightOf(scroller.current)}
            onTake={proposals.send}
            onOther={(proposal) => {
              proposals.drop();
              openProposal(board, proposal, onOpen);
            }}
            onClose={() => {
              proposals.drop();
              keyboard.refocus();
            }}
          />
        </div>
      </div>
      <p id="timeline-how-to" class="only-heard">
        {t.timeline.howTo}
      </p>
      <p class="only-heard" role="status">
        {proposals.said}
      </p>
    </div>
  );
}

const gestureRulesOf = ({ board }: Layout): GestureRules => ({
  step: QUARTER,
  fineStep: 5 * MINUTE,
  mayChangeRow: board.layout === 'days',
  usualLength: HOUR,
});
