import { useState } from 'preact/hooks';
import type { MembershipKind } from '../../shared/roles.ts';
import { type InvitationReply, invitationReply } from '../../shared/workshops/commands.ts';
import type { WorkshopView } from '../../shared/workshops/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { stepDone } from '../today/stepsDone.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CopyField } from '../ui/copyField.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { QrCode } from '../ui/qrCode.tsx';
import { membershipOptions } from './approveForm.tsx';
import { dayIn } from './office.ts';

const words = t.people.invite;
const DAYS = ['1', '7', '30', '90'] as const;

/** Makes an invitation and shows it, this once, as a link and a square code. */
export function Invite({ workshop }: { workshop: WorkshopView }) {
  const [kind, setKind] = useState<MembershipKind>('member');
  const [days, setDays] = useState<(typeof DAYS)[number]>('7');
  const [uses, setUses] = useState('1');
  const [made, setMade] = useState<InvitationReply | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const make = () =>
    attempt(async () => {
      const body = { kind, days: Number(days), uses: Math.max(1, Math.min(500, Number(uses) || 1)) };
      const path = `/api/workshops/${workshop.workshopId}/invitations`;
      setMade(await commandWith('post', path, body, invitationReply));
      stepDone(workshop.workshopId, 'invitation');
    });
  return (
    <form
      class="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <Chips label={words.kind} value={kind} options={membershipOptions} onValue={setKind} />
      <Chips
        label={words.days}
        value={days}
        options={DAYS.map((value) => ({ value, label: words.day(Number(value)) }))}
        onValue={setDays}
      />
      <TextField label={words.uses} type="number" min={1} max={500} value={uses} onValue={setUses} />
      <FormFailure failure={failure} timeZone={workshop.timeZone} />
      <div>
        <Button type="submit" busy={busy}>
          {words.make}
        </Button>
      </div>
      {made && (
        <div class="stack" role="status">
          <p>
            {words.once} {words.expires(dayIn(made.expiresAt, workshop.timeZone))}
          </p>
          <CopyField label={words.link} copyLabel={words.copy} value={made.url} />
          <QrCode text={made.url} label={words.picture} />
        </div>
      )}
    </form>
  );
}
