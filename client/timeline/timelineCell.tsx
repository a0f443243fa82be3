import { IconFlag, IconUserFilled } from '@tabler/icons-preact';
import { t } from '../catalogue/workshopTexts.ts';
import type { BoardRow } from './board.ts';
import type { Cell } from './cells.ts';
import { type Layout, laneBox } from './layout.ts';
import { partsOf } from './track.ts';
import { bookingCaption, cellLabel, initialsOf, takenCaption } from './words.ts';

/** Blocks narrower than this (pixels) have no room for anything; their shape and their label stay. */
const ROOM_FOR_SIGNS = 30;
/** Narrower than this, a name is its initials. */
const ROOM_FOR_WORDS = 66;
/** One's own needs more: it has edges to take hold of. */
const ROOM_FOR_OWN_WORDS = 96;

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
      data-status={view?.status}
      data-outage={cell.kind === 'outage' ? cell.outage.view.kind : undefined}
      style={style}
    >
      {width >= ROOM_FOR_SIGNS && (
        <Inside row={row} cell={cell} narrow={width < (view?.mine ? ROOM_FOR_OWN_WORDS : ROOM_FOR_WORDS)} />
      )}
      {view?.mine && !view.over && width >= layout.roomForEdges && (
        <>
          <i class="timeline-edge" data-edge="start" />
          <i class="timeline-edge" data-edge="end" />
        </>
      )}
    </div>
  );
}

function Inside({ row, cell, narrow }: Pick<TimelineCellProps, 'row' | 'cell'> & { narrow: boolean }) {
  switch (cell.kind) {
    case 'booking':
      return (
        <span class="timeline-caption">
          {cell.booking.view.marks.length > 0 && <IconFlag size={16} aria-hidden="true" />}
          {cell.booking.view.mine && <IconUserFilled size={14} aria-hidden="true" />}
          {narrow ? <i data-initials={initialsOf(cell)} /> : <span>{bookingCaption(cell)}</span>}
        </span>
      );
    case 'outage':
      // Bookings that it hits lie over it; then its word stands at the machine's plate.
      if (narrow || row.bookings.some(({ start, end }) => start < cell.end && end > cell.start)) return null;
      return (
        <span class="timeline-caption">
          <span>
            {t.care.outageKinds[cell.outage.view.kind]}
            {cell.outage.view.reason && `: ${cell.outage.view.reason}`}
          </span>
        </span>
      );
    case 'closed': {
      if (narrow) return null;
      const holiday = row.days.find(({ start, end }) => cell.start < end && cell.end > start)?.holiday;
      return (
        <span class="timeline-caption">{holiday ? t.timeline.holiday(holiday) : t.timeline.closed}</span>
      );
    }
    case 'reserved':
    case 'held':
      return narrow ? null : (
        <span class="timeline-caption">
          <span>{takenCaption(cell.taken)}</span>
        </span>
      );
    case 'free':
      return narrow ? null : <span class="timeline-caption">{t.timeline.free}</span>;
    case 'past':
      return null;
  }
}
