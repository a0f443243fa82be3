import './stewardDayPage.css';
import '../machines/care.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import { type StewardDayView, stewardDayView } from '../../shared/machines/careViews.ts';
import { addressOf } from '../addresses.ts';
import { whenInWords } from '../bookings/bookingRow.tsx';
import { t } from '../catalogue/text.ts';
import { useNow } from '../clock.ts';
import { reportedInWords } from '../machines/faults.tsx';
import { remainingInWords } from '../machines/maintenance.tsx';
import { OutageForm } from '../machines/outageForm.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { todayIn } from '../time/zone.ts';
import { moment, span } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField } from '../ui/field.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';
import { machineList } from '../views.ts';

const words = t.care.day;
type Area = keyof StewardDayView['counts'];
const AREAS: readonly Area[] = [
  'faults',
  'out',
  'approvals',
  'requests',
  'overdue',
  'maintenance',
  'inductions',
];

/** What waits for whoever is on duty: counts first, then each area that has something. */
export function StewardDayPage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const day = useResource(`/api/workshops/${workshopId}/steward-day`, stewardDayView, [
    `workshop-${workshopId}`,
    'machine-',
    'calendar-',
    'member-',
    'induction-',
  ]);
  const now = useNow(day.refetch);
  const [closing, setClosing] = useState(false);
  const view = day.value.value;
  return (
    <PageFrame
      title={view ? words.title(view.workshopName) : words.one}
      action={
        <Button kind="danger" onPress={() => setClosing(true)}>
          {words.close}
        </Button>
      }
      line={view && countsInWords(view)}
    >
      <Shown resource={day}>
        {(shown) =>
          AREAS.every((area) => shown.counts[area] === 0) ? (
            <EmptyState text={words.quiet} />
          ) : (
            <Areas day={shown} now={now} onChanged={day.refetch} />
          )
        }
      </Shown>
      {closing && (
        <Dialog title={words.close} onClose={() => setClosing(false)}>
          <CloseMachine
            workshopId={workshopId}
            onDone={() => {
              setClosing(false);
              day.refetch();
            }}
          />
        </Dialog>
      )}
    </PageFrame>
  );
}

const countsInWords = ({ counts }: StewardDayView): string =>
  AREAS.filter((area) => counts[area] > 0)
    .map((area) => words.counts(words[area], counts[area]))
    .join(' · ');

interface AreasProps {
  day: StewardDayView;
  now: number;
  onChanged: () => void;
}

function Areas({ day, now, onChanged }: AreasProps) {
  const today = todayIn(day.timeZone, now);
  return (
    <>
      <AreaOf title={words.faults} items={day.faults}>
        {({ machineId, machineName, fault }) => (
          <Row key={fault.faultId} machineId={machineId} machineName={machineName}>
            {t.care.severities[fault.severity]}
            {fault.text && `: ${fault.text}`} <span class="soft">{reportedInWords(fault, today)}</span>
          </Row>
        )}
      </AreaOf>
      <AreaOf title={words.out} items={day.out}>
        {({ machineId, machineName, outage }) => (
          <Row key={outage.outageId} machineId={machineId} machineName={machineName}>
            {t.care.outageKinds[outage.kind]}
            {outage.reason && `: ${outage.reason}`}{' '}
            <span class="soft">
              {outage.end ? words.until(moment(outage.end, today)) : words.since(moment(outage.start, today))}
            </span>
          </Row>
        )}
      </AreaOf>
      <AreaOf title={words.approvals} items={day.approvals}>
        {(booking) => <Approval key={booking.bookingId} booking={booking} now={now} onChanged={onChanged} />}
      </AreaOf>
      <AreaOf title={words.requests} items={day.requests}>
        {({ memberId, name, at, message }) => (
          <li key={memberId}>
            <a href={addressOf.people(day.workshopId)}>{name ?? t.words.formerMember}</a>
            {message && `: ${message}`} <span class="soft">{words.since(moment(at, today))}</span>
          </li>
        )}
      </AreaOf>
      <AreaOf title={words.overdue} items={day.overdue}>
        {({ bookingId, machineId, machineName, holder, end }) => (
          <Row key={bookingId} machineId={machineId} machineName={machineName}>
            {holder?.name ?? t.words.formerMember} <span class="soft">{words.since(moment(end, today))}</span>
          </Row>
        )}
      </AreaOf>
      <AreaOf title={words.maintenance} items={day.maintenance}>
        {({ machineId, machineName, plan }) => (
          <Row key={plan.planId} machineId={machineId} machineName={machineName}>
            {plan.name} <span class="soft">{remainingInWords(plan, today)}</span>
          </Row>
        )}
      </AreaOf>
      <AreaOf title={words.inductions} items={day.inductions}>
        {({ inductionId, competenceName, start, end, places, free }) => (
          <li key={inductionId}>
            {competenceName} {span(start, end)}{' '}
            <span class="soft">{words.places(places - free, places)}</span>
          </li>
        )}
      </AreaOf>
    </>
  );
}

/** An area with its items; nothing at all where it has none. */
function AreaOf<Item>({
  title,
  items,
  children,
}: {
  title: string;
  items: readonly Item[];
  children: (item: Item) => ComponentChildren;
}) {
  if (items.length === 0) return null;
  return (
    <div class="day-section">
      <PageSection title={words.counts(title, items.length)}>
        <ul class="rows">{items.map(children)}</ul>
      </PageSection>
    </div>
  );
}

interface RowProps {
  machineId: string;
  machineName: string;
  children: ComponentChildren;
}

function Row({ machineId, machineName, children }: RowProps) {
  return (
    <li>
      <Plate name={machineName} size="small" href={addressOf.machine(machineId)} /> {children}
    </li>
  );
}

function Approval({ booking, now, onChanged }: { booking: BookingView; now: number; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, bookingId, holder, purpose, revision } = booking;
  const answer = (act: 'confirm' | 'decline', done: string) =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/bookings/${bookingId}/${act}`,
      body: {},
      ifMatch: revision,
      done,
      after: onChanged,
    });
  const who = holder?.name ?? t.words.formerMember;
  return (
    <li class="care-row">
      <div>
        <Plate name={machineName} size="small" href={addressOf.machine(machineId)} /> {who},{' '}
        {whenInWords(booking, now)} {purpose && <span class="soft">{purpose}</span>}
      </div>
      <div class="buttons">
        <Button
          busy={busy}
          label={`${words.approve}: ${who}, ${machineName}`}
          onPress={() => answer('confirm', words.approved)}
        >
          {words.approve}
        </Button>
        <Button
          kind="quiet"
          busy={busy}
          label={`${words.decline}: ${who}, ${machineName}`}
          onPress={() => answer('decline', words.declined)}
        >
          {words.decline}
        </Button>
      </div>
    </li>
  );
}

/** A machine chosen by name, and why it is closed. */
function CloseMachine({ workshopId, onDone }: { workshopId: string; onDone: () => void }) {
  const machines = useResource(`/api/machines?workshop=${workshopId}`, machineList);
  const [machineId, setMachineId] = useState('');
  const all = machines.value.value?.machines ?? [];
  const chosen = all.find((machine) => machine.machineId === machineId) ?? all[0];
  return (
    <Shown resource={machines}>
      {() =>
        chosen ? (
          <div class="stack">
            <SelectField
              label={words.which}
              value={chosen.machineId}
              options={all.map((machine) => ({ value: machine.machineId, label: machine.name }))}
              onValue={setMachineId}
            />
            <OutageForm key={chosen.machineId} machine={chosen} onDone={onDone} />
          </div>
        ) : (
          <p>{t.machines.list.none}</p>
        )
      }
    </Shown>
  );
}
