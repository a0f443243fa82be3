import { useState } from 'preact/hooks';
import {
  addPasskey,
  passkeyList,
  passkeyListPath,
  passkeysPossible,
  removePasskey,
} from '../account/passkeys.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.me.passkeys;

/** The passkeys of the account, and a way to add this device. */
export function Passkeys() {
  const passkeys = useResource(passkeyListPath, passkeyList);
  const [name, setName] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const add = () =>
    attempt(async () => {
      const added = await addPasskey(name.trim() || words.unnamed);
      showToast(added ? words.added : words.notAdded, { tone: added ? 'done' : 'failed' });
      if (added) setName('');
      passkeys.refetch();
    });
  const remove = (id: string) =>
    attempt(async () => {
      await removePasskey(id);
      showToast(words.removed);
      passkeys.refetch();
    });
  return (
    <div class="stack measure">
      <p>{words.text}</p>
      <Shown resource={passkeys}>
        {(all) => (
          <>
            {all.length === 0 && <p class="soft">{words.none}</p>}
            <ul class="rows">
              {all.map(({ id, name: given }) => (
                <li class="key-row" key={id}>
                  <span>{given ?? words.unnamed}</span>
                  <Button
                    kind="quiet"
                    busy={busy}
                    label={words.remove(given ?? words.unnamed)}
                    onPress={() => remove(id)}
                  >
                    {words.removeWord}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      {passkeysPossible() ? (
        <AskForm submitLabel={words.add} onSubmit={add} busy={busy} failure={failure} width="narrow">
          <TextField label={words.name} maxLength={80} value={name} onValue={setName} />
        </AskForm>
      ) : (
        <p class="note">{words.insecure}</p>
      )}
    </div>
  );
}
