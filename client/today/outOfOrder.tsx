import type { MachineSummary } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { answerInWords } from '../machines/answer.ts';
import { myWorkshops } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { State } from '../ui/state.tsx';

const words = t.today;

/** What is out of order in one's own workshops, and when it is back. */
export function OutOfOrder({ machines, now }: { machines: MachineSummary[]; now: number }) {
  const mine = myWorkshops.value.map(({ workshopId }) => workshopId);
  const out = machines.filter(
    ({ workshopId, availability }) => mine.includes(workshopId) && availability.answer === 'outOfOrder',
  );
  if (mine.length === 0) return null;
  return (
    <PageSection title={words.out}>
      {out.length === 0 && <p class="soft">{words.allWell}</p>}
      <ul class="rows">
        {out.map((machine) => (
          <li class="out-row" key={machine.machineId}>
            <Plate name={machine.name} href={addressOf.machine(machine.machineId)} size="small" />
            <State kind="out">
              {answerInWords(machine.availability, todayIn(machine.timeZone, now)).line}
            </State>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
