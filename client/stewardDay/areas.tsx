import './areas.css';
import type { ComponentChildren } from 'preact';
import type { StewardDayView } from '../../shared/machines/careViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { reportedInWords } from '../machines/faults.tsx';
import { remainingInWords } from '../machines/maintenance.tsx';
import { todayIn } from '../time/zone.ts';
import { moment, span } from '../time.ts';
import { PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { Approval } from './approval.tsx';

const words = t.care.day;

interface AreasProps {
  day: StewardDayView;
  now: number;
  onChanged: () => void;
}

/** Each area that has something, with what waits in it. */
export function Areas({ day, now, onChanged }: AreasProps) {
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
