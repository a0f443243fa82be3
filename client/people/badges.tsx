import { useState } from 'preact/hooks';
import { z } from 'zod';
import { badgesView } from '../../shared/members/badges.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith, post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { momentHere } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.devices.badges;
const anything = z.unknown();

/**
 * By what readers and kiosks know somebody. `path`: of oneself (`/api/me`), or of a person in a workshop, to whom a
 * host gives badges.
 */
export function Badges({ path, isDesk = false }: { path: string; isDesk?: boolean }) {
  const known = useResource(`${path}/badges`, badgesView);
  const { busy, failure, attempt } = useAttempt();
  const change = (act: () => Promise<unknown>, done: string) =>
    attempt(async () => {
      await act();
      showToast(done);
      known.refetch();
    });
  return (
    <div class="stack">
      <Shown resource={known}>
        {({ badges, hasPin, hasMail }) => (
          <>
            {badges.length === 0 && <p class="soft">{words.none}</p>}
            <ul class="rows">
              {badges.map(({ badgeId, addedAt }, index) => (
                <li key={badgeId}>
                  <span>
                    {words.badge(index + 1)}{' '}
                    <span class="soft">{words.since(momentHere(Date.parse(addedAt), Date.now()))}</span>
                  </span>
                  <Button
                    kind="quiet"
                    busy={busy}
                    label={`${words.lost}: ${words.badge(index + 1)}`}
                    onPress={() =>
                      change(
                        () => commandWith('delete', `${path}/badges/${badgeId}`, {}, anything),
                        words.taken,
                      )
                    }
                  >
                    {words.lost}
                  </Button>
                </li>
              ))}
            </ul>
            {isDesk && (
              <AddBadge
                onAdd={(badge) => change(() => post(`${path}/badges`, { badge }, anything), words.given)}
              />
            )}
            {(!isDesk || !hasMail) && (
              <SetPin
                hasPin={hasPin}
                busy={busy}
                onSet={(pin) =>
                  change(() => commandWith('put', `${path}/pin`, { pin }, anything), words.pinSet)
                }
                onRemove={() => change(() => commandWith('delete', `${path}/pin`, {}, anything), words.noPin)}
              />
            )}
          </>
        )}
      </Shown>
      <FormFailure failure={failure} />
    </div>
  );
}

function AddBadge({ onAdd }: { onAdd: (badge: string) => Promise<boolean> }) {
  const [number, setNumber] = useState('');
  return (
    <AskForm
      submitLabel={words.add}
      busy={false}
      failure={null}
      onSubmit={async () => {
        if (await onAdd(number)) setNumber('');
      }}
    >
      <TextField
        label={words.number}
        hint={words.numberHint}
        required
        autocomplete="off"
        value={number}
        onValue={setNumber}
      />
    </AskForm>
  );
}

interface SetPinProps {
  hasPin: boolean;
  busy: boolean;
  onSet: (pin: string) => Promise<boolean>;
  onRemove: () => void;
}

function SetPin({ hasPin, busy, onSet, onRemove }: SetPinProps) {
  const [pin, setPin] = useState('');
  return (
    <>
      <AskForm
        submitLabel={words.setPin}
        busy={busy}
        failure={null}
        onSubmit={async () => {
          if (await onSet(pin)) setPin('');
        }}
      >
        <TextField
          label={words.pin}
          hint={words.pinHint}
          type="password"
          inputMode="numeric"
          required
          maxLength={6}
          autocomplete="off"
          value={pin}
          onValue={setPin}
        />
      </AskForm>
      {hasPin && (
        <div>
          <Button kind="quiet" busy={busy} onPress={onRemove}>
            {words.noPin}
          </Button>
        </div>
      )}
    </>
  );
}
