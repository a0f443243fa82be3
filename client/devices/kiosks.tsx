import { useState } from 'preact/hooks';
import { z } from 'zod';
import { kiosksView, pairingCode } from '../../shared/kiosks/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith, post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { momentHere } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copyField.tsx';
import { TextField } from '../ui/field.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.devices;

/** The shared tablets of a workshop, and a code for another one. */
export function Kiosks({ workshopId }: { workshopId: string }) {
  const path = `/api/workshops/${workshopId}/kiosks`;
  const kiosks = useResource(path, kiosksView);
  const [name, setName] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const ask = () =>
    attempt(async () => {
      setCode((await post(path, { name }, pairingCode)).code);
      setName('');
    });
  const remove = (kioskId: string, removed: string) =>
    attempt(async () => {
      await commandWith('delete', `${path}/${kioskId}`, {}, z.unknown());
      showToast(words.removed(removed));
      kiosks.refetch();
    });
  return (
    <div class="stack measure">
      <p>{words.kiosksText}</p>
      <Shown resource={kiosks}>
        {({ kiosks: all }) => (
          <>
            {all.length === 0 && <p class="soft">{words.kiosksNone}</p>}
            <ul class="rows">
              {all.map((kiosk) => (
                <li key={kiosk.kioskId}>
                  <div>
                    <strong>{kiosk.name}</strong>
                    <p class="soft small">
                      {kiosk.lastSeenAt
                        ? words.seen(momentHere(Date.parse(kiosk.lastSeenAt), Date.now()))
                        : words.neverSeen}
                    </p>
                  </div>
                  <Button
                    kind="quiet"
                    busy={busy}
                    label={words.removeOf(kiosk.name)}
                    onPress={() => remove(kiosk.kioskId, kiosk.name)}
                  >
                    {words.remove}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      <AskForm submitLabel={words.addKiosk} busy={busy} failure={failure} onSubmit={ask}>
        <TextField label={words.name} required maxLength={80} value={name} onValue={setName} />
      </AskForm>
      {code && (
        <div role="status">
          <CopyField label={words.codeOf} copyLabel={words.copy} value={code} />
        </div>
      )}
    </div>
  );
}
