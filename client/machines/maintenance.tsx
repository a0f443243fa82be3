import './care.css';
import { useState } from 'preact/hooks';
import { maintenanceView, type PlanView } from '../../shared/machines/careViews.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { dateOf, dayWord, numberInWords, shortDate, span } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PageSection } from '../ui/page.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';
import { MaintenanceDoneForm, PlanForm } from './maintenanceForms.tsx';

const words = t.care.maintenance;

interface MaintenanceProps {
  machine: MachineView;
  today: string;
  onChanged: () => void;
}

/** What care a machine needs and when; drawn for those who may give it, and where something is planned. */
export function Maintenance({ machine, today, onChanged }: MaintenanceProps) {
  const { machineId, allowedActions } = machine;
  const care = useResource(`/api/machines/${machineId}/maintenance`, maintenanceView, [
    `machine-${machineId}`,
    `calendar-${machineId}`,
  ]);
  const [open, setOpen] = useState<'plan' | PlanView | null>(null);
  const plans = care.value.value?.plans ?? [];
  const mayPlan = allowedActions.includes('machine.planCare');
  if (plans.length === 0 && !mayPlan) return null;
  const close = () => setOpen(null);
  const changed = () => {
    care.refetch();
    onChanged();
  };
  const finish = () => {
    close();
    changed();
  };
  return (
    <PageSection
      title={words.title}
      action={
        mayPlan && (
          <Button kind="quiet" onPress={() => setOpen('plan')}>
            {words.add}
          </Button>
        )
      }
    >
      {plans.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="rows">
        {plans.map((plan) => (
          <li key={plan.planId}>
            <Plan
              plan={plan}
              allowedActions={allowedActions}
              today={today}
              onDone={() => setOpen(plan)}
              onChanged={changed}
            />
          </li>
        ))}
      </ul>
      {open === 'plan' && (
        <Dialog title={words.add} onClose={close}>
          <PlanForm machine={machine} today={today} onDone={finish} />
        </Dialog>
      )}
      {open !== null && open !== 'plan' && (
        <Dialog title={words.doneTitle(open.name)} onClose={close}>
          <MaintenanceDoneForm machine={machine} plan={open} onDone={finish} />
        </Dialog>
      )}
    </PageSection>
  );
}

export interface PlanProps {
  plan: PlanView;
  allowedActions: readonly string[];
  today: string;
  onDone: () => void;
  onChanged: () => void;
}

/** One plan: how far it is, and one tap that closes the machine for it in the first gap. */
export function Plan({ plan, allowedActions, today, onDone, onChanged }: PlanProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, planId, name, state, proposed, outage, revision } = plan;
  const may = (action: string) => allowedActions.includes(action);
  const gap =
    proposed && t.time.moment(dayWord(dateOf(proposed.start), today), span(proposed.start, proposed.end));
  const accept = () =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/outages`,
      body: { kind: 'maintenance', planId, reason: name, ...proposed },
      done: words.accepted(gap ?? ''),
      after: onChanged,
    });
  return (
    <div class="care-row">
      <div>
        <p>
          {state === 'later' ? name : <State kind={state === 'due' ? 'out' : 'soon'}>{name}</State>}
          {`: ${remainingInWords(plan, today)}`}
        </p>
        <p class="soft">
          {outage?.end
            ? words.planned(
                t.time.moment(dayWord(dateOf(outage.start), today), span(outage.start, outage.end)),
              )
            : gap
              ? words.proposed(gap)
              : intervalInWords(plan)}
        </p>
      </div>
      <div class="buttons">
        {proposed && may('machine.declareOutage') && (
          <Button busy={busy} onPress={accept}>
            {words.accept}
          </Button>
        )}
        {may('machine.repair') && (
          <Button kind="quiet" label={words.doneTitle(name)} onPress={onDone}>
            {words.done}
          </Button>
        )}
        {may('machine.planCare') && state === 'later' && (
          <Button
            kind="quiet"
            busy={busy}
            label={`${words.drop}: ${name}`}
            onPress={() =>
              give({
                method: 'post',
                path: `/api/machines/${machineId}/maintenance-plans/${planId}/drop`,
                body: {},
                ifMatch: revision,
                done: words.dropped(name),
                after: onChanged,
              })
            }
          >
            {words.drop}
          </Button>
        )}
      </div>
    </div>
  );
}

function intervalInWords({ interval }: PlanView): string {
  switch (interval.by) {
    case 'hours':
      return words.everyHours(numberInWords(interval.hours));
    case 'meter':
      return words.everyAmount(numberInWords(interval.amount), interval.meter);
    case 'calendar':
      return words.everyDays(interval.days);
  }
}

/** `4.5 hours of use left`, `3 days overdue, since Thu 19 Nov`. */
export function remainingInWords({ interval, remaining, dueOn }: PlanView, today: string): string {
  const over = remaining <= 0;
  const amount = numberInWords(Math.abs(remaining));
  switch (interval.by) {
    case 'hours':
      return over ? words.hoursOver(amount) : words.hoursLeft(amount);
    case 'meter':
      return over ? words.amountOver(amount) : words.amountLeft(amount);
    case 'calendar': {
      const on = dueOn ? shortDate(dueOn, today) : '';
      return over ? words.daysOver(Math.abs(remaining), on) : words.daysLeft(remaining, on);
    }
  }
}
