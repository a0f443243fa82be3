import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { machineCalendarView } from '../../shared/bookings/views.ts';
import { addressOf } from '../addresses.ts';
import { calendarPath } from '../booking/calendarResource.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { clocksDiffer, todayIn } from '../time/zone.ts';
import { boardOfDays, occupyingOf } from '../timeline/board.ts';
import { ClockNote } from '../timeline/clockNote.tsx';
import { DayList } from '../timeline/dayList.tsx';
import { DayStrip } from '../timeline/dayStrip.tsx';
import type { Opened } from '../timeline/opened.ts';
import { OpenedDialog } from '../timeline/openedDialog.tsx';
import { TimelineHelp } from '../timeline/timelineHelp.tsx';
import { TimelineTools } from '../timeline/timelineTools.tsx';
import { TimelineView } from '../timeline/timelineView.tsx';
import { Unread } from '../timeline/unread.tsx';
import { useLast } from '../timeline/useLast.ts';
import { NARROW, useMedia } from '../timeline/useMedia.ts';
import { useNow } from '../timeline/useNow.ts';
import { wallDay } from '../timeline/wallDay.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';

const asDate = (text: string | undefined) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

/** `/machines/:machineId/calendar?date=2026-11-22&days=7`: one machine's day or week, its days under one another. */
export function CalendarPage({ params, query }: PageProps) {
  const { machineId = '' } = params;
  const { route } = useLocation();
  const narrow = useMedia(NARROW);
  const now = useNow();
  const days = query.days === '1' ? 1 : 7;
  const resource = useResource(
    calendarPath(machineId, asDate(query.date), narrow ? 7 : days),
    machineCalendarView,
    [`calendar-${machineId}`, `machine-${machineId}`],
  );
  const calendar = useLast(resource.value.value, machineId);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [chosenDay, setChosenDay] = useState(0);
  const board = useMemo(() => {
    if (!calendar) return undefined;
    const { timeZone } = calendar;
    const wallDays = calendar.days.map((day) => wallDay(day, timeZone));
    return boardOfDays(calendar, occupyingOf(calendar), wallDays, timeZone);
  }, [calendar]);
  const day = board?.rows[Math.min(chosenDay, board.rows.length - 1)];

  const go = (date: string | undefined, count: number) => {
    const parts = [date === undefined ? '' : `date=${date}`, count === 7 ? '' : `days=${count}`].filter(
      Boolean,
    );
    setChosenDay(0);
    route(`${addressOf.calendar(machineId)}${parts.length > 0 ? `?${parts.join('&')}` : ''}`, true);
  };

  const tools = board && calendar && (
    <TimelineTools
      date={asDate(query.date) ?? board.days[0]?.date ?? ''}
      today={todayIn(calendar.timeZone, now)}
      days={days}
      step={narrow ? 7 : days}
      narrow={narrow}
      onShow={go}
    />
  );

  return (
    <PageFrame
      title={t.timeline.calendarTitle(calendar?.name ?? '')}
      drawnTitle={calendar && <Plate name={calendar.name} size="large" />}
      line={
        calendar && clocksDiffer(calendar.timeZone, now) ? t.time.otherZone(calendar.timeZone) : undefined
      }
      action={<ButtonLink href={addressOf.machine(machineId)}>{t.booking.details.toMachine}</ButtonLink>}
    >
      {(!calendar || resource.error.value) && <Unread resource={resource} />}
      {calendar && board && (
        <div class="timeline-page">
          {narrow && <div class="timeline-bar">{tools}</div>}
          <ClockNote board={board} />
          {narrow && day ? (
            <>
              <DayStrip board={board} chosen={board.rows.indexOf(day)} now={now} onChoose={setChosenDay} />
              <DayList row={day} now={now} onOpen={setOpened} />
            </>
          ) : (
            <TimelineView
              label={t.timeline.gridOfMachine(calendar.name)}
              board={board}
              now={now}
              onOpen={setOpened}
              onChanged={resource.refetch}
              tools={tools}
            />
          )}
          {!narrow && <TimelineHelp />}
          {opened && (
            <OpenedDialog
              opened={opened}
              board={board}
              onChanged={resource.refetch}
              onClose={() => setOpened(null)}
            />
          )}
        </div>
      )}
    </PageFrame>
  );
}
