import { IconFlag } from '@tabler/icons-preact';
import { t } from '../catalogue/text.ts';
import type { BoardRow } from './board.ts';
import type { Cell } from './cells.ts';
import { type Layout, laneBox } from './layout.ts';
import { partsOf } from './track.ts';
import { bookingCaption, cellLabel } from './words.ts';

/** Blocks narrower than this (pixels) have no room for words; their shape and their label stay. */
const ROOM_FOR_WORDS = 34;

export interface TimelineCellProps {
  layout: Layout;
  row: BoardRow;
  cell: Exclude<Cell, { kind: 'plate' }>;
  focused: boolean;
}

/** One stretch of a row. What it looks like is told by `data-kind`, `data-mine` and `data-marked`. */
export function TimelineCell({ layout, row, cell, focused }: TimelineCellProps) {
  const parts = partsOf(row.track, cell.start, cell.end);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const left = first.start * layout.scale;
  const width = Math.max(2, (last.end - first.start) * layout.scale);
  const box = cell.kind === 'booking' ? laneBox(layout, row, cell.lane) : null;
  const style = {
    left: `${left}px`,
    width: `${width}px`,
    top: box ? `${box.top}px` : null,
    height: box ? `${box.height}px` : null,
  };
  const view = cell.kind === 'booking' ? cell.booking.view : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells lie by time and are windowed, which a table cannot do.
    <div
      role="gridcell"
      class="timeline-cell"
      tabIndex={focused ? 0 : -1}
      aria-label={cellLabel(row, cell)}
      data-cell={cell.key}
      data-kind={cell.kind}
      data-mine={view?.mine ? '' : undefined}
      data-marked={view && view.marks.length > 0 ? '' : undefined}
      data-over={view?.over ? '' : undefined}
      style={style}
    >
      {width >= ROOM_FOR_WORDS && <Inside row={row} cell={cell} />}
      {view?.mine && !view.over && (
        <>
          <i class="timeline-edge" data-edge="start" />
          <i class="timeline-edge" data-edge="end" />
        </>
      )}
    </div>
  );
}

function Inside({ row, cell }: Pick<TimelineCellProps, 'row' | 'cell'>) {
  switch (cell.kind) {
    case 'booking':
      return (
        <span class="timeline-caption">
          {cell.booking.view.marks.length > 0 && <IconFlag size={16} aria-hidden="true" />}
          <span>{bookingCaption(cell)}</span>
        </span>
      );
    case 'outage':
      return (
        <span class="timeline-caption">
          <span>
            {t.timeline.outage}
            {cell.outage.view.reason && `: ${cell.outage.view.reason}`}
          </span>
        </span>
      );
    case 'closed': {
      const holiday = row.days.find(({ start, end }) => cell.start < end && cell.end > start)?.holiday;
      return (
        <span class="timeline-caption">{holiday ? t.timeline.holiday(holiday) : t.timeline.closed}</span>
      );
    }
    case 'free':
      return <span class="timeline-caption">{t.timeline.free}</span>;
    case 'past':
      return null;
  }
}
