import type { AppointmentView, CompetenceView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { dayIn, officeInWords } from './office.ts';

interface AppointmentsProps {
  appointments: readonly AppointmentView[];
  competences: readonly CompetenceView[];
  timeZone: string;
}

const words = t.people;

/** Who holds and held which office, by whom: every member can read it. */
export function Appointments({ appointments, competences, timeZone }: AppointmentsProps) {
  if (appointments.length === 0) return <p class="soft">{words.appointmentsNone}</p>;
  const latestFirst = [...appointments].sort(
    (left, right) => Date.parse(right.since) - Date.parse(left.since),
  );
  return (
    <ul class="rows">
      {latestFirst.map((appointment) => {
        const { memberId, name, role, competenceId, since, until, appointedBy, recalledBy } = appointment;
        const office = officeInWords(role, competenceId, competences);
        const from = dayIn(since, timeZone);
        return (
          <li key={`${memberId} ${role} ${competenceId} ${since}`}>
            <strong>{name ?? t.words.formerMember}</strong>{' '}
            <span class="soft">
              {until
                ? words.appointmentOver(office, from, dayIn(until, timeZone), recalledBy ?? t.words.somebody)
                : words.appointmentLine(office, from, appointedBy)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
