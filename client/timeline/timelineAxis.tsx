import { t } from '../catalogue/workshopTexts.ts';
import { shortDate } from '../time.ts';
import { AXIS_HEIGHT, type Layout } from './layout.ts';
import { hoursBetweenLabels } from './ticks.ts';
import type { Tick } from './track.ts';
import { offsetText } from './wallDay.ts';

/** Hours above the tracks, always in sight. Hidden from those who listen: each cell says its own times. */
export function TimelineAxis({ layout }: { layout: Layout }) {
  const { board, scale, plates, width } = layout;
  const every = hoursBetweenLabels(scale);
  const isStrip = board.layout === 'machines' && board.days.length > 1;
  return (
    <div
      class="timeline-axis"
      aria-hidden="true"
      style={{ height: `${AXIS_HEIGHT}px`, width: `${plates + width}px` }}
    >
      <div class="timeline-corner" style={{ width: `${plates}px` }}>
        {board.layout === 'machines' ? t.timeline.machine : t.timeline.day}
      </div>
      {isStrip &&
        board.ticks.flatMap(({ at, date }, index) => {
          if (date === null) return [];
          const next = board.ticks.slice(index + 1).find((tick) => tick.date !== null)?.at ?? board.length;
          const style = { left: `${plates + at * scale}px`, width: `${(next - at) * scale}px` };
          return [
            <span key={date} class="timeline-day" style={style}>
              <b>{shortDate(date)}</b>
            </span>,
          ];
        })}
      {board.ticks
        .filter((tick) => isLabelled(tick, every))
        .map((tick) => (
          <span
            key={tick.at}
            class="timeline-hour"
            data-date={isStrip && tick.date !== null ? '' : undefined}
            style={{ left: `${plates + tick.at * scale}px` }}
          >
            {tick.time}
            {tick.offset !== null && <small>{offsetText(tick.offset)}</small>}
          </span>
        ))}
    </div>
  );
}

const isLabelled = (tick: Tick, every: number): boolean =>
  tick.date !== null || tick.offset !== null || Number(tick.time.slice(0, 2)) % every === 0;

/** One line per hour down all rows, drawn once behind them. */
export function HourLines({ layout, height }: { layout: Layout; height: number }) {
  const { board, scale, plates } = layout;
  return (
    <div class="timeline-lines" aria-hidden="true" style={{ height: `${height}px` }}>
      {board.ticks.map((tick) => (
        <i
          key={tick.at}
          data-date={tick.date !== null ? '' : undefined}
          style={{ left: `${plates + tick.at * scale}px` }}
        />
      ))}
    </div>
  );
}
