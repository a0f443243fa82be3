import './todayPage.css';
import { useState } from 'preact/hooks';
import { type BookingView, type MyWaitingView, myWaitingView } from '../../shared/bookings/views.ts';
import type { MachineSummary } from '../../shared/machines/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { addressOf } from '../addresses.ts';
import { BookingRow, When } from '../bookings/bookingRow.tsx';
import { BookingState } from '../bookings/bookingState.tsx';
import { ahead, topicsOf } from '../bookings/mine.ts';
import { locale } from '../catalogue/text.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { deferred } from '../frame/deferred.tsx';
import { EndingSoon } from '../inductions/endingSoon.tsx';
import { useResource } from '../resource.ts';
import { me, myWorkshops } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { longDate } from '../time.ts';
import { Notices } from '../today/notices.tsx';
import { OutOfOrder } from '../today/outOfOrder.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { Shown } from '../ui/shown.tsx';
import { State } from '../ui/state.tsx';
import { ZoneLines } from '../ui/zoneLine.tsx';
import { bookingList, machineList, noticeList } from '../views.ts';

const words = t.today;
/** How long before its start a booking may be started, milliseconds. */
const EARLY_START = 15 * 60_000;
const BookingDialog = deferred(async () => (await import('../bookings/bookingDialog.tsx')).BookingDialog);
const HeldForMe = deferred(async () => (await import('../waiting/mine.tsx')).HeldForMe);
const Waits = deferred(async () => (await import('../waiting/mine.tsx')).Waits);
const Running = deferred(async () => (await import('../use/running.tsx')).Running);
const StartDialog = deferred(async () => (await import('../use/startDialog.tsx')).StartDialog);
const LoansToday = deferred(async () => (await import('../borrow/loansToday.tsx')).LoansToday);
const OpenBuilds = deferred(async () => (await import('../today/openBuilds.tsx')).OpenBuilds);
const Dangers = deferred(async () => (await import('../today/dangers.tsx')).Dangers);
const WhatWaits = deferred(async () => (await import('../stewardDay/whatWaits.tsx')).WhatWaits);
const FirstSteps = deferred(async () => (await import('../today/firstSteps.tsx')).FirstSteps);
/** In the language of the page. */
const noticesPath = `/api/me/notices?language=${locale.slice(0, 2)}`;

const waitingTopics = (view: MyWaitingView | undefined) =>
  [...(view?.held ?? []), ...(view?.waiting ?? []), ...(view?.supervisionAsked ?? [])].map(
    ({ machineId }) => `calendar-${machineId}`,
  );

const machineTopics = (list: { machines: MachineSummary[] } | undefined) =>
  (list?.machines ?? []).flatMap(({ machineId }) => [`machine-${machineId}`, `calendar-${machineId}`]);

/** What concerns the signed-in person now: the next booking, what is marked or out of order, notices; for stewards first what waits. */
export function TodayPage() {
  const bookings = useResource('/api/me/bookings', bookingList, topicsOf);
  const machines = useResource('/api/machines', machineList, machineTopics);
  const ownTopic = `member-${me.value?.memberId ?? ''}`;
  const notices = useResource(noticesPath, noticeList, [ownTopic, ...topicsOf(bookings.value.value)]);
  const waiting = useResource('/api/me/waiting', myWaitingView, (view) => [ownTopic, ...waitingTopics(view)]);
  const refetch = () => {
    bookings.refetch();
    waiting.refetch();
  };
  const now = useNow(refetch);
  const [open, setOpen] = useState<BookingView | null>(null);
  const [starting, setStarting] = useState<BookingView | null>(null);
  const stewardOf = myWorkshops.value.filter(({ roles }) => roles.includes('steward'));
  const mine = waiting.value.value;
  const isWaiting = mine !== undefined && mine.waiting.length > 0;
  const isAsked = mine !== undefined && mine.held.length + mine.supervisionAsked.length > 0;
  const known = machines.value.value?.machines ?? [];
  const areas = (me.value?.workshops ?? []).flatMap((own) => own.areas);
  const here = todayIn(
    myWorkshops.value[0]?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    now,
  );
  return (
    <PageFrame title={words.title} line={longDate(here)}>
      {stewardOf.length > 0 && <WhatWaits workshops={stewardOf} />}
      {me.value && <Dangers topics={[ownTopic]} />}
      <Shown resource={bookings}>
        {({ bookings: everything }) => {
          // What is borrowed has no Start and no Stop; it is due.
          const all = everything.filter(({ machineKind }) => !isBorrowed(machineKind));
          const borrowed = everything.filter(({ machineKind }) => isBorrowed(machineKind));
          const isLending = borrowed.some(({ status }) => status === 'started' || status === 'placed');
          const coming = ahead(all).filter(({ status }) => status === 'placed' || status === 'pending');
          const running = all.filter(({ status }) => status === 'started');
          return (
            <>
              {machines.value.value && <FirstSteps machines={known} bookings={everything} />}
              {mine && isAsked && <HeldForMe waiting={mine} now={now} onChanged={refetch} />}
              {running.length > 0 && <Running sessions={running} now={now} onChanged={refetch} />}
              {(coming.length > 0 || running.length === 0) && (
                <NextForYou bookings={coming} now={now} onOpen={setOpen} onStart={setStarting} />
              )}
              {isLending && <LoansToday topics={topicsOf({ bookings: borrowed })} now={now} />}
              {areas.includes('builds') && <OpenBuilds />}
              {mine && isWaiting && <Waits waiting={mine} now={now} onChanged={refetch} />}
              <Marked bookings={coming} now={now} onOpen={setOpen} />
            </>
          );
        }}
      </Shown>
      {machines.value.value && <OutOfOrder machines={known} now={now} />}
      <EndingSoon now={now} />
      <Notices notices={notices} />
      {open && <BookingDialog booking={open} onClose={() => setOpen(null)} onChanged={bookings.refetch} />}
      {starting && (
        <StartDialog booking={starting} now={now} onClose={() => setStarting(null)} onStarted={refetch} />
      )}
    </PageFrame>
  );
}

interface BookingsProps {
  bookings: BookingView[];
  now: number;
  onOpen: (booking: BookingView) => void;
}

function NextForYou({
  bookings,
  now,
  onOpen,
  onStart,
}: BookingsProps & { onStart: (booking: BookingView) => void }) {
  const [next, ...rest] = bookings;
  const later = rest.filter(({ marks }) => marks.length === 0);
  if (!next) return <NothingAhead />;
  const running = Date.parse(next.start) <= now;
  return (
    <PageSection title={running ? words.running : words.next}>
      <div class="next">
        <Plate name={next.machineName} href={addressOf.machine(next.machineId)} />
        <p class="when">
          <When booking={next} now={now} />
        </p>
        <p class="soft">{next.workshopName}</p>
        {next.marks.length > 0 && (
          <State kind="soon">{t.words.and(next.marks.map((rule) => t.words.marks[rule]))}</State>
        )}
        <ZoneLines timeZones={bookings.map(({ timeZone }) => timeZone)} now={now} />
        <BookingState booking={next} now={now} />
        <div class="buttons">
          {next.status === 'placed' && Date.parse(next.start) - now <= EARLY_START && (
            <Button kind="main" label={t.use.startOf(next.machineName)} onPress={() => onStart(next)}>
              {t.use.start}
            </Button>
          )}
          <Button onPress={() => onOpen(next)}>{t.bookings.change}</Button>
        </div>
      </div>
      {later.length > 0 && (
        <>
          <h3>{words.thenToo}</h3>
          <ul class="rows">
            {later.slice(0, 4).map((booking) => (
              <BookingRow key={booking.bookingId} booking={booking} now={now} onOpen={onOpen} />
            ))}
          </ul>
          {later.length > 4 && <a href={addressOf.bookings}>{t.bookings.title}</a>}
        </>
      )}
    </PageSection>
  );
}

function NothingAhead() {
  const waiting = me.value?.workshops.filter(({ requestedAt }) => requestedAt !== null) ?? [];
  if (myWorkshops.value.length === 0)
    return (
      <EmptyState text={waiting.map(({ name }) => words.waiting(name)).join(' ') || words.noWorkshop}>
        <ButtonLink kind="main" href={addressOf.workshops}>
          {words.toWorkshops}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <PageSection title={words.next}>
      <EmptyState text={words.nothing}>
        <ButtonLink kind="main" href={addressOf.find}>
          {words.findFree}
        </ButtonLink>
      </EmptyState>
    </PageSection>
  );
}

function Marked({ bookings, now, onOpen }: BookingsProps) {
  const marked = bookings.slice(1).filter(({ marks }) => marks.length > 0);
  if (marked.length === 0) return null;
  return (
    <PageSection title={words.marked}>
      <p>{words.markedText}</p>
      <ul class="rows">
        {marked.map((booking) => (
          <BookingRow key={booking.bookingId} booking={booking} now={now} onOpen={onOpen} />
        ))}
      </ul>
    </PageSection>
  );
}
