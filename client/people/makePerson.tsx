import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { TextField } from '../ui/field.tsx';
import { mistakeAt } from '../ui/formFailure.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.devices.badges;

/** For hosts: an account for somebody without e-mail. */
export function MakePerson({ workshopId, onMade }: { workshopId: string; onMade: () => void }) {
  const [name, setName] = useState('');
  const [badge, setBadge] = useState('');
  const [pin, setPin] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const make = async () => {
    const made = await give({
      method: 'post',
      path: `/api/workshops/${workshopId}/people/make`,
      body: { name, ...(badge ? { badge } : {}), ...(pin ? { pin } : {}) },
      done: words.made(name),
      after: onMade,
    });
    if (!made) return;
    setName('');
    setBadge('');
    setPin('');
  };
  return (
    <AskForm submitLabel={words.makeNow} busy={busy} failure={failure} width="measure" onSubmit={make}>
      <p>{words.makeText}</p>
      <TextField
        label={t.devices.name}
        required
        maxLength={80}
        autocomplete="off"
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
      <TextField
        label={words.number}
        hint={words.numberHint}
        autocomplete="off"
        value={badge}
        error={mistakeAt(failure, 'badge')}
        onValue={setBadge}
      />
      <TextField
        label={words.pin}
        hint={words.pinHint}
        type="password"
        inputMode="numeric"
        maxLength={6}
        autocomplete="off"
        value={pin}
        error={mistakeAt(failure, 'pin')}
        onValue={setPin}
      />
    </AskForm>
  );
}
