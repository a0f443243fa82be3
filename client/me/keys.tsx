import { useState } from 'preact/hooks';
import { z } from 'zod';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith, post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { me, myWorkshops } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { CopyField } from '../ui/copyField.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.me.keys;

const keyView = z.object({
  keyId: z.string(),
  name: z.string().nullable(),
  start: z.string().nullable(),
  scopes: z.array(z.string()),
  workshopId: z.string().nullable(),
});
const keyList = z.object({ keys: z.array(keyView) });
const newKey = z.object({ keyId: z.string(), key: z.string() });
type KeyView = z.infer<typeof keyView>;

/** API keys for readers, kiosks and scripts: what each may, and in which workshop. */
export function Keys() {
  const keys = useResource('/api/me/keys', keyList);
  const { busy, failure, attempt } = useAttempt();
  const revoke = (keyId: string) =>
    attempt(async () => {
      await commandWith('delete', `/api/me/keys/${keyId}`, {}, z.unknown());
      showToast(words.revoked);
      keys.refetch();
    });
  return (
    <div class="stack measure">
      <p>{words.text}</p>
      <Shown resource={keys}>
        {({ keys: all }) => (
          <>
            {all.length === 0 && <p class="soft">{words.none}</p>}
            <ul class="rows">
              {all.map((key) => (
                <KeyRow key={key.keyId} view={key} busy={busy} onRevoke={() => revoke(key.keyId)} />
              ))}
            </ul>
          </>
        )}
      </Shown>
      <FormFailure failure={failure} />
      <NewKey onMade={keys.refetch} />
    </div>
  );
}

function KeyRow({ view, busy, onRevoke }: { view: KeyView; busy: boolean; onRevoke: () => void }) {
  const name = view.name ?? words.unnamed;
  const workshop = me.value?.workshops.find(({ workshopId }) => workshopId === view.workshopId);
  const rights = view.scopes.map((scope) => words.scopes[scope] ?? scope);
  return (
    <li class="key-row">
      <div>
        <strong>{name}</strong>
        <p class="soft small">
          {t.words.and(rights)} · {view.workshopId ? (workshop?.name ?? t.today.aWorkshop) : words.everywhere}
          {view.start && <> · {words.startsWith(view.start)}</>}
        </p>
      </div>
      <Button kind="quiet" busy={busy} label={words.revoke(name)} onPress={onRevoke}>
        {words.revokeWord}
      </Button>
    </li>
  );
}

const DAYS = [30, 365];

function NewKey({ onMade }: { onMade: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['machines:read', 'bookings:read']);
  const [workshop, setWorkshop] = useState('');
  const [days, setDays] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const make = () =>
    attempt(async () => {
      const body = { name, scopes, workshopId: workshop || null, days: days ? Number(days) : null };
      setMade((await post('/api/me/keys', body, newKey)).key);
      setName('');
      onMade();
    });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (scopes.length > 0) make();
      }}
    >
      <TextField label={words.name} required maxLength={80} value={name} onValue={setName} />
      <ManyChips
        label={words.scopesLabel}
        values={scopes}
        options={Object.entries(words.scopes).map(([value, label]) => ({ value, label }))}
        onValues={setScopes}
      />
      {scopes.length === 0 && <p role="status">{words.needsScope}</p>}
      <div class="fields-2">
        <SelectField
          label={words.workshop}
          value={workshop}
          options={[
            { value: '', label: words.everywhere },
            ...myWorkshops.value.map(({ workshopId, name: label }) => ({ value: workshopId, label })),
          ]}
          onValue={setWorkshop}
        />
        <SelectField
          label={words.days}
          value={days}
          options={[
            { value: '', label: words.never },
            ...DAYS.map((count) => ({ value: String(count), label: words.afterDays(count) })),
          ]}
          onValue={setDays}
        />
      </div>
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" busy={busy}>
          {words.make}
        </Button>
      </div>
      {made && (
        <div class="stack" role="status">
          <p>{words.once}</p>
          <CopyField label={words.madeTitle} copyLabel={words.copy} value={made} />
        </div>
      )}
    </form>
  );
}
