import { Component } from 'preact';
import { t } from '../catalogue/workshopTexts.ts';
import { shortDate } from '../time.ts';
import { Plate } from '../ui/plate.tsx';
import type { BoardRow } from './board.ts';
import { cellsOf, PLATE } from './cells.ts';
import { type Layout, leftOf, rowBox } from './layout.ts';
import type { Pending } from './pending.ts';
import { TimelineCell } from './timelineCell.tsx';
import { axisOf, voidsOf } from './track.ts';

export interface TimelineRowProps {
  layout: Layout;
  row: BoardRow;
  index: number;
  /** The quarter of an hour that it is; the row is drawn anew with each. */
  now: number;
  /** Axis milliseconds in sight, with some on either side; stretches beyond are not drawn. */
  seen: { from: number; to: number };
  /** Cell that Tab leads to, if it is in this row. */
  focusKey: string | null;
  pendings: readonly Pending[];
}

/** One machine (or one day of a machine). Drawn anew only when one of its props is another. */
export class TimelineRow extends Component<TimelineRowProps> {
  override shouldComponentUpdate(next: TimelineRowProps): boolean {
    const { layout, row, index, now, seen, focusKey, pendings } = this.props;
    return (
      next.row !== row ||
      next.layout !== layout ||
      next.index !== index ||
      next.now !== now ||
      next.seen !== seen ||
      next.focusKey !== focusKey ||
      next.pendings !== pendings
    );
  }

  override render({ layout, row, index, now, seen, focusKey, pendings }: TimelineRowProps) {
    const { top, height } = rowBox(layout, index);
    const inSight = (start: number, end: number) =>
      axisOf(row.track, end) >= seen.from && axisOf(row.track, start) <= seen.to;
    return (
      // biome-ignore lint/a11y/useSemanticElements: rows are windowed, which a table cannot do.
      // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
      <div
        role="row"
        class="timeline-row"
        aria-rowindex={index + 1}
        data-row={index}
        style={{ top: `${top}px`, height: `${height}px`, width: `${layout.plates + layout.width}px` }}
      >
        <RowHead layout={layout} row={row} now={now} focused={focusKey === PLATE} />
        <div class="timeline-track" role="presentation" style={{ left: `${layout.plates}px` }}>
          {voidsOf(row.track).map((gap) => (
            <i
              key={gap.start}
              class="timeline-void"
              title={t.timeline.skipped}
              style={{
                left: `${gap.start * layout.scale}px`,
                width: `${(gap.end - gap.start) * layout.scale}px`,
              }}
            />
          ))}
          {cellsOf(row, now).map((cell) =>
            cell.kind === 'plate' || (cell.key !== focusKey && !inSight(cell.start, cell.end)) ? null : (
              <TimelineCell
                key={cell.key}
                layout={layout}
                row={row}
                cell={cell}
                focused={cell.key === focusKey}
              />
            ),
          )}
          {pendings.map((pending) => (
            <div
              key={pending.id}
              class="timeline-pending"
              style={{
                left: `${leftOf(layout, row, pending.start)}px`,
                width: `${leftOf(layout, row, pending.end) - leftOf(layout, row, pending.start)}px`,
              }}
            >
              <span class="timeline-caption">{t.timeline.pending}</span>
            </div>
          ))}
        </div>
      </div>
    );
  }
}

function RowHead(props: Pick<TimelineRowProps, 'layout' | 'row' | 'now'> & { focused: boolean }) {
  const { layout, row, now, focused } = props;
  const { machine } = row;
  const tabIndex = focused ? 0 : -1;
  const [day] = row.days;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are windowed, which a table cannot do.
    // biome-ignore lint/a11y/useFocusableInteractive: what is in it takes the focus.
    <div role="rowheader" class="timeline-head" style={{ width: `${layout.plates}px` }}>
      {layout.board.layout === 'days' && day ? (
        <span class="timeline-date" tabIndex={tabIndex} data-cell={PLATE}>
          {shortDate(day.date)}
        </span>
      ) : (
        <a
          class="timeline-plate"
          href={`/machines/${machine.machineId}`}
          tabIndex={tabIndex}
          data-cell={PLATE}
        >
          <Plate name={machine.name} size="small" />
        </a>
      )}
      {row.outages.some(({ start, end }) => start <= now && end > now) && (
        <small class="timeline-out">{t.timeline.outage}</small>
      )}
      {machine.capacity > 1 && layout.board.layout === 'machines' && (
        <small>{t.timeline.places(machine.capacity)}</small>
      )}
    </div>
  );
}
