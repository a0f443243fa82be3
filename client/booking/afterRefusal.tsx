import { useState } from 'preact/hooks';
import { bookingRule, NEVER_OVERRIDDEN, type Objection } from '../../shared/bookings/rules.ts';
import { entitledView } from '../../shared/bookings/views.ts';
import { machineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/page.tsx';
import { WaitForm } from '../waiting/waitForm.tsx';
import type { PlacingExtras } from './acts.ts';
import { myRolesIn } from './forWhom.tsx';

const words = t.waiting;

/** Rules that say that others have the time: it may get free. */
const TAKEN: readonly string[] = ['overlap', 'turnaround', 'heldForAnother', 'reserved'];
const NEVER: readonly string[] = NEVER_OVERRIDDEN;

export interface AfterRefusalProps {
  machine: { machineId: string; name: string };
  workshopId: string;
  timeZone: string;
  /** The time that was refused, milliseconds since 1970. */
  time: { start: number; end: number };
  objections: readonly Objection[];
  busy: boolean;
  onGive: (more: PlacingExtras) => void;
  onWaiting: () => void;
}

/** What can still be done about a refusal: wait for it, ask somebody to supervise, or set the rules aside. */
export function AfterRefusal(props: AfterRefusalProps) {
  const { machine, workshopId, timeZone, time, objections, busy, onGive, onWaiting } = props;
  const [waits, setWaits] = useState(false);
  const rules = objections.map(({ rule }) => rule);
  const isTaken = rules.every((rule) => TAKEN.includes(rule));
  const lacks = rules.length === 1 && rules[0] === 'competence';
  const mayOverride = myRolesIn(workshopId).some((role) => role === 'steward' || role === 'trainer');
  return (
    <>
      {isTaken && (
        <div class="booking-buttons">
          <Button onPress={() => setWaits(true)}>{words.open}</Button>
        </div>
      )}
      {lacks && <Supervisor machineId={machine.machineId} busy={busy} onAsk={onGive} />}
      {mayOverride && !rules.some((rule) => NEVER.includes(rule)) && (
        <Override rules={rules} busy={busy} onGive={onGive} />
      )}
      {waits && (
        <Dialog title={words.dialog(machine.name)} onClose={() => setWaits(false)}>
          <WaitForm machine={machine} timeZone={timeZone} now={Date.now()} wished={time} onDone={onWaiting} />
        </Dialog>
      )}
    </>
  );
}

interface SupervisorProps {
  machineId: string;
  busy: boolean;
  onAsk: (more: PlacingExtras) => void;
}

/** Where the machine allows it, somebody competent can be asked to be there. */
function Supervisor({ machineId, busy, onAsk }: SupervisorProps) {
  const machine = useResource(`/api/machines/${machineId}`, machineView);
  const isAllowed = machine.value.value?.rules.supervisedUse ?? false;
  const entitled = useResource(isAllowed ? `/api/machines/${machineId}/entitled` : null, entitledView);
  const [memberId, setMemberId] = useState('');
  const people = entitled.value.value?.people ?? [];
  const chosen = people.find((person) => person.memberId === memberId) ?? people[0];
  if (!isAllowed || !chosen) return null;
  return (
    <>
      <SelectField
        label={words.supervisor}
        hint={words.supervisorHint}
        value={chosen.memberId}
        options={people.map((person) => ({
          value: person.memberId,
          label: person.name ?? t.words.formerMember,
        }))}
        onValue={setMemberId}
      />
      <div class="booking-buttons">
        <Button kind="main" busy={busy} onPress={() => onAsk({ supervisorId: chosen.memberId })}>
          {words.ask}
        </Button>
      </div>
    </>
  );
}

interface OverrideProps {
  rules: readonly string[];
  busy: boolean;
  onGive: (more: PlacingExtras) => void;
}

function Override({ rules, busy, onGive }: OverrideProps) {
  const [reason, setReason] = useState('');
  const named = bookingRule.options.filter((rule) => rules.includes(rule));
  if (named.length < rules.length) return null;
  return (
    <Fold summary={words.allTheSame}>
      <div class="stack">
        <p class="soft">{words.allTheSameText}</p>
        <TextField label={words.reason} value={reason} maxLength={500} onValue={setReason} />
        <div class="booking-buttons">
          <Button
            busy={busy || reason.trim() === ''}
            onPress={() => onGive({ override: { rules: named, reason: reason.trim() } })}
          >
            {words.allTheSame}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
