import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { myRolesIn } from '../booking/forWhom.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { deferred } from '../frame/deferred.tsx';
import type { PageProps } from '../routes.ts';
import { clocksDiffer, todayIn } from '../time/zone.ts';
import { longDate } from '../time.ts';
import type { Board } from '../timeline/board.ts';
import { ClockNote } from '../timeline/clockNote.tsx';
import { MachineDay } from '../timeline/machineDay.tsx';
import type { Opened } from '../timeline/opened.ts';
import { OpenedDialog } from '../timeline/openedDialog.tsx';
import { TimelineHelp } from '../timeline/timelineHelp.tsx';
import { TimelineTools } from '../timeline/timelineTools.tsx';
import { TimelineView } from '../timeline/timelineView.tsx';
import { Unread } from '../timeline/unread.tsx';
import { useMachinesBoard } from '../timeline/useMachinesBoard.ts';
import { NARROW, useMedia } from '../timeline/useMedia.ts';
import { useNow } from '../timeline/useNow.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

const ReserveForm = deferred(async () => (await import('../booking/reserveForm.tsx')).ReserveForm);

/** More machines than this can be searched. */
const MANY = 8;
const MANY_FOR_A_LIST = 24;

const asDate = (text: string | undefined) => (text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

/** `/workshops/:workshopId/timeline?date=2026-11-22&days=1`: the machines of a workshop, side by side. */
export function TimelinePage({ params, query }: PageProps) {
  const { workshopId = '' } = params;
  const { route } = useLocation();
  const narrow = useMedia(NARROW);
  const now = useNow();
  const days = !narrow && query.days === '7' ? 7 : 1;
  const { resource, view, board, refresh } = useMachinesBoard(workshopId, asDate(query.date), days);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [reserving, setReserving] = useState(false);
  const mayReserve = myRolesIn(workshopId).includes('steward');
  const [word, setWord] = useState('');
  const found = useFound(board, word);

  const go = (date: string | undefined, count: number) => {
    const parts = [date === undefined ? '' : `date=${date}`, count === 1 ? '' : `days=${count}`].filter(
      Boolean,
    );
    route(`${addressOf.timeline(workshopId)}${parts.length > 0 ? `?${parts.join('&')}` : ''}`, true);
  };

  const tools = board && view && (
    <TimelineTools
      date={asDate(query.date) ?? board.days[0]?.date ?? ''}
      today={todayIn(view.timeZone, now)}
      days={days}
      step={days}
      narrow={narrow}
      onShow={go}
      search={board.rows.length > (narrow ? MANY_FOR_A_LIST : MANY) ? { word, onWord: setWord } : undefined}
    />
  );

  return (
    <PageFrame
      title={t.timeline.title(view?.workshopName ?? '')}
      line={view && clocksDiffer(view.timeZone, now) ? t.time.otherZone(view.timeZone) : undefined}
      action={
        <div class="buttons">
          {mayReserve && board && view && (
            <Button onPress={() => setReserving(true)}>{t.waiting.reserve.open}</Button>
          )}
          <ButtonLink href={addressOf.workshop(workshopId)}>{t.timeline.toWorkshop}</ButtonLink>
        </div>
      }
    >
      {(!view || resource.error.value) && <Unread resource={resource} />}
      {view && board && found && (
        <div class="timeline-page">
          {narrow && <div class="timeline-bar">{tools}</div>}
          <ClockNote board={board} />
          {board.rows.length === 0 ? (
            <EmptyState text={t.timeline.noMachines} />
          ) : narrow && found.rows.length > 0 ? (
            <MachineDay board={found} now={now} onOpen={setOpened} />
          ) : (
            <TimelineView
              label={t.timeline.grid(view.workshopName, longDate(board.days[0]?.date ?? ''))}
              board={found}
              now={now}
              onOpen={setOpened}
              onChanged={refresh}
              tools={tools}
            />
          )}
          {found.rows.length === 0 && board.rows.length > 0 && <p>{t.timeline.noneFound(word)}</p>}
          {!narrow && <TimelineHelp />}
          {reserving && (
            <Dialog title={t.waiting.reserve.title(view.workshopName)} onClose={() => setReserving(false)}>
              <ReserveForm
                workshopId={workshopId}
                timeZone={view.timeZone}
                date={board.days[0]?.date ?? ''}
                machines={view.machines}
                onDone={() => {
                  setReserving(false);
                  resource.refetch();
                }}
              />
            </Dialog>
          )}
          {opened && (
            <OpenedDialog opened={opened} board={board} onChanged={refresh} onClose={() => setOpened(null)} />
          )}
        </div>
      )}
    </PageFrame>
  );
}

/** The board with only those machines whose name has the word. */
const useFound = (board: Board | undefined, word: string): Board | undefined =>
  useMemo(() => {
    const wanted = word.trim().toLowerCase();
    if (!board || wanted === '') return board;
    return {
      ...board,
      rows: board.rows.filter(({ machine }) => machine.name.toLowerCase().includes(wanted)),
    };
  }, [board, word]);
