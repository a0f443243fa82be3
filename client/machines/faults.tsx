import './care.css';
import { useState } from 'preact/hooks';
import { type FaultsView, type FaultView, faultsView } from '../../shared/machines/careViews.ts';
import type { MachineView, OutageView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { type Resource, useResource } from '../resource.ts';
import { duration, moment, numberInWords } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fold, PageSection } from '../ui/page.tsx';
import { State } from '../ui/state.tsx';
import { useCommand } from '../useCommand.ts';
import { FaultReport } from './faultReport.tsx';
import { RepairForm } from './repairForm.tsx';
import { UnlockForm } from './unlockForm.tsx';

const words = t.care;

interface FaultsProps {
  machine: MachineView;
  today: string;
  /** Something changed: read the machine again. */
  onChanged: () => void;
}

/** What is wrong with a machine, and a way to say so; for those who mend it, what comes next. */
export function Faults({ machine, today, onChanged }: FaultsProps) {
  const { machineId, name, retired } = machine;
  const faults: Resource<FaultsView> = useResource(`/api/machines/${machineId}/faults`, faultsView, [
    `machine-${machineId}`,
    `calendar-${machineId}`,
  ]);
  const [repairing, setRepairing] = useState(false);
  const [unlocking, setUnlocking] = useState<OutageView | null>(null);
  const view = faults.value.value;
  const may = (action: string) => machine.allowedActions.includes(action);
  const changed = () => {
    faults.refetch();
    onChanged();
  };
  const finish = () => {
    setRepairing(false);
    setUnlocking(null);
    changed();
  };
  return (
    <PageSection
      title={words.fault.title}
      action={
        may('machine.repair') && (
          <Button kind="quiet" onPress={() => setRepairing(true)}>
            {words.repair.open}
          </Button>
        )
      }
    >
      {!retired && <FaultReport machine={machine} onReported={changed} />}
      {view && view.open.length > 0 && (
        <ul class="rows">
          {view.open.map((fault) => (
            <OpenFault
              key={fault.faultId}
              fault={fault}
              machine={machine}
              today={today}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {view?.outages.map((outage) => (
        <Outage
          key={outage.outageId}
          outage={outage}
          machine={machine}
          mayUnlock={view.mayUnlock}
          today={today}
          onUnlock={() => setUnlocking(outage)}
          onChanged={changed}
        />
      ))}
      {view && view.repairs.length > 0 && (
        <Fold summary={words.repair.past}>
          <Repairs repairs={view.repairs} today={today} />
        </Fold>
      )}
      {repairing && view && (
        <Dialog title={words.repair.title(name)} onClose={() => setRepairing(false)}>
          <RepairForm machine={machine} faults={view.open} onDone={finish} />
        </Dialog>
      )}
      {unlocking && (
        <Dialog title={words.lock.title(name)} onClose={() => setUnlocking(null)}>
          <UnlockForm machine={machine} outage={unlocking} onDone={finish} />
        </Dialog>
      )}
    </PageSection>
  );
}

interface OpenFaultProps extends FaultsProps {
  fault: FaultView;
}

function OpenFault({ fault, machine, today, onChanged }: OpenFaultProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { faultId, severity, text, mine, lockedBy, revision } = fault;
  const mayDismiss = (mine || machine.allowedActions.includes('machine.dismissFault')) && lockedBy === null;
  return (
    <li class="care-row">
      <div>
        <p>
          <State kind={severity === 'unsafe' ? 'out' : 'soon'}>{words.severities[severity]}</State>
          {text && `: ${text}`}
        </p>
        <p class="soft">{reportedInWords(fault, today)}</p>
        {fault.photographs.length > 0 && (
          <p class="fault-pictures">
            {fault.photographs.map((fileId, index) => (
              <a key={fileId} href={`/api/files/${fileId}`}>
                <img src={`/api/files/${fileId}`} alt={words.fault.pictureOf(index + 1)} loading="lazy" />
              </a>
            ))}
          </p>
        )}
      </div>
      {mayDismiss && (
        <Button
          kind="quiet"
          busy={busy}
          label={`${mine ? words.fault.takeBack : words.fault.dismiss}: ${text ?? words.severities[severity]}`}
          onPress={() =>
            give({
              method: 'post',
              path: `/api/machines/${machine.machineId}/faults/${faultId}/dismiss`,
              body: {},
              ifMatch: revision,
              done: words.fault.dismissed,
              after: onChanged,
            })
          }
        >
          {mine ? words.fault.takeBack : words.fault.dismiss}
        </Button>
      )}
    </li>
  );
}

/** `Anna, today 14:05`, or without a name. */
export function reportedInWords({ reportedBy, at }: FaultView, today: string): string {
  const when = moment(at, today);
  if (reportedBy === null) return words.fault.from(when);
  return words.fault.by(reportedBy.name ?? t.words.formerMember, when);
}

interface OutageProps extends FaultsProps {
  outage: OutageView;
  mayUnlock: boolean;
  onUnlock: () => void;
}

/** An outage that stands, with the way to end it for those who may. */
function Outage({ outage, machine, mayUnlock, today, onUnlock, onChanged }: OutageProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { outageId, kind, start, end, reason, revision } = outage;
  const { machineId, name, allowedActions } = machine;
  const isUnsafe = kind === 'unsafe';
  const times = end ? words.day.until(moment(end, today)) : words.day.since(moment(start, today));
  const mayEnd = isUnsafe ? mayUnlock : allowedActions.includes('machine.endOutage');
  const returnIt = () =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/outages/${outageId}/end`,
      body: {},
      ifMatch: revision,
      done: words.lock.done(name),
      after: onChanged,
    });
  return (
    <div class="care-row">
      <div>
        <p>
          <State kind="out">{words.outageKinds[kind]}</State>
          {reason && `: ${reason}`}
        </p>
        <p class="soft">{isUnsafe && !mayUnlock ? words.lock.notYou : times}</p>
      </div>
      {mayEnd && (
        <Button busy={busy} onPress={isUnsafe ? onUnlock : returnIt}>
          {isUnsafe ? words.lock.unlock : t.machines.outage.end}
        </Button>
      )}
    </div>
  );
}

function Repairs({ repairs, today }: { repairs: FaultsView['repairs']; today: string }) {
  return (
    <ul class="rows">
      {repairs.map(({ repairId, at, note, parts, minutes, repairedBy }) => (
        <li key={repairId}>
          {note && <p>{note}</p>}
          {parts.length > 0 && (
            <p>
              {words.repair.used(
                parts.map((part) => words.repair.partLine(numberInWords(part.quantity), part.name)),
              )}
            </p>
          )}
          <p class="soft">
            {words.repair.line(
              repairedBy?.name ?? t.words.formerMember,
              moment(at, today),
              duration(minutes),
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
