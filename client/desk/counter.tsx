import type { LoanView } from '../../shared/loans/views.ts';
import { KitLine } from '../borrow/kitContents.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { Objections } from '../ui/objections.tsx';
import { Plate } from '../ui/plate.tsx';
import type { Desk, ToLend } from './useDesk.ts';

const words = t.loans.desk;

/** Who stands at the desk, and what lies on it. */
export function Counter({ desk, now }: { desk: Desk; now: number }) {
  const { person, basket, choices } = desk;
  return (
    <>
      {choices && <Choices desk={desk} choices={choices} />}
      {person && <Person desk={desk} now={now} />}
      {basket.length > 0 && (
        <section class="stack" aria-label={words.basket}>
          <ul class="rows">
            {basket.map((one) => (
              <Item key={one.at.tool.machineId} item={one} desk={desk} now={now} />
            ))}
          </ul>
          {person ? (
            <Button kind="main" wide busy={desk.busy} onPress={desk.lend}>
              {words.lend(basket.length, person.name ?? words.somebody)}
            </Button>
          ) : (
            <p role="status">{words.whoIsIt}</p>
          )}
        </section>
      )}
    </>
  );
}

function Choices({ desk, choices }: { desk: Desk; choices: NonNullable<Desk['choices']> }) {
  return (
    <section class="stack" aria-label={words.which}>
      <p>{words.which}</p>
      <div class="buttons">
        {choices.people.map(({ memberId, name }) => (
          <Button key={memberId} onPress={() => desk.scan(memberId)}>
            {name}
          </Button>
        ))}
        {choices.tools.map(({ machineId, name, labelCode }) => (
          <Button key={machineId} onPress={() => desk.scan(labelCode)}>
            {name} <span class="mono">{labelCode}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}

function Person({ desk, now }: { desk: Desk; now: number }) {
  const { person, basket } = desk;
  if (!person) return null;
  const isOnDesk = ({ tool }: LoanView) => basket.some(({ at }) => at.tool.machineId === tool.machineId);
  const waiting = person.collectToday.filter((loan) => !isOnDesk(loan));
  const due = ({ booking, tool, overdue }: LoanView) => {
    const when = moment(booking.end, todayIn(tool.timeZone, now));
    return overdue ? t.loans.wasDue(when) : t.loans.due(when);
  };
  return (
    <section class="desk-person" aria-label={person.name ?? words.somebody}>
      <div class="care-row">
        <h2>{person.name ?? words.somebody}</h2>
        <Button onPress={desk.nextPerson}>{words.next}</Button>
      </div>
      {person.stopped && (
        <p class="note" data-tone="danger" role="status">
          {person.stopped}
        </p>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{words.reservedToday}</h3>
          <ul class="rows">
            {waiting.map((loan) => (
              <li key={loan.booking.bookingId} class="care-row">
                <div>
                  {loan.tool.name} <span class="soft">{due(loan)}</span>
                </div>
                <Button label={words.addOf(loan.tool.name)} onPress={() => desk.scan(loan.tool.labelCode)}>
                  {words.add}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {person.out.length > 0 && (
        <>
          <h3>{words.has}</h3>
          <ul class="rows">
            {person.out.map((loan) => (
              <li key={loan.booking.bookingId} class="care-row">
                <div>
                  {loan.tool.name} <span class="soft">{due(loan)}</span>
                </div>
                <Button label={words.takeBackOf(loan.tool.name)} onPress={() => desk.takeBack(loan.tool)}>
                  {words.takeBack}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A tool on the counter: what a kit lacks, and when it is due, which can be changed. */
function Item({ item, desk, now }: { item: ToLend; desk: Desk; now: number }) {
  const { tool, dueTimes } = item.at;
  const { machineId, name, timeZone } = tool;
  const today = todayIn(timeZone, now);
  const reserved = desk.person?.collectToday.find((loan) => loan.tool.machineId === machineId);
  const usual = reserved?.booking.end ?? dueTimes.at(-1);
  const all = [...new Set([...dueTimes, ...(usual ? [usual] : [])])].sort(
    (one, other) => Date.parse(one) - Date.parse(other),
  );
  return (
    <li class="stack">
      <div class="care-row">
        <div>
          <Plate name={name} size="small" /> <KitLine tool={tool} />
        </div>
        <Button kind="quiet" label={words.remove(name)} onPress={() => desk.leaveOut(machineId)}>
          {words.leaveOut}
        </Button>
      </div>
      {usual && (
        <SelectField
          label={words.until(name)}
          value={item.until ?? usual}
          options={all.map((value) => ({ value, label: moment(value, today) }))}
          onValue={(until) => desk.setUntil(machineId, until)}
        />
      )}
      {item.objections.length > 0 && (
        <Objections objections={item.objections} nearest={null} timeZone={timeZone} />
      )}
    </li>
  );
}
