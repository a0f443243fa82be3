import { useState } from 'preact/hooks';
import { type ReaderView, readerKey, readersView } from '../../shared/readers/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { post } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { momentHere, numberInWords } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { CopyField } from '../ui/copyField.tsx';
import { TextField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';
import { machineList } from '../views.ts';

const words = t.devices;
/** A clock that is off by less than this is right enough to stay unmentioned. Seconds. */
const WORTH_TELLING = 2;

/** The readers of a workshop: what each stands for, when it was last there, and how wrong its clock is. */
export function Readers({ workshopId }: { workshopId: string }) {
  const path = `/api/workshops/${workshopId}/readers`;
  const readers = useResource(path, readersView);
  return (
    <div class="stack measure">
      <p>{words.readersText}</p>
      <Shown resource={readers}>
        {({ readers: all }) => (
          <>
            {all.length === 0 && <p class="soft">{words.readersNone}</p>}
            <ul class="rows">
              {all.map((reader) => (
                <ReaderRow key={reader.readerId} reader={reader} onChanged={readers.refetch} />
              ))}
            </ul>
          </>
        )}
      </Shown>
      <NewReader workshopId={workshopId} path={path} onMade={readers.refetch} />
    </div>
  );
}

function ReaderRow({ reader, onChanged }: { reader: ReaderView; onChanged: () => void }) {
  const { readerId, name, machines, lastSeenAt, clockAheadSeconds, revision } = reader;
  const [key, setKey] = useState<string | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const command = useCommand({ failures: 'page' });
  const makeKey = () =>
    attempt(async () => {
      setKey((await post(`/api/readers/${readerId}/key`, {}, readerKey)).key);
      onChanged();
    });
  const told = [
    machines.map((machine) => machine.name).join(', '),
    lastSeenAt ? words.seen(momentHere(Date.parse(lastSeenAt), Date.now())) : words.neverSeen,
    clockWords(clockAheadSeconds),
  ].filter(Boolean);
  return (
    <li class="stack">
      <div>
        <strong>{name}</strong>
        <p class="soft small">{told.join(' · ')}</p>
      </div>
      <div class="buttons">
        <Button busy={busy} label={`${words.newKey}: ${name}`} onPress={makeKey}>
          {words.newKey}
        </Button>
        <Button
          kind="quiet"
          busy={command.busy}
          label={words.removeOf(name)}
          onPress={() =>
            command.give({
              method: 'post',
              path: `/api/readers/${readerId}/remove`,
              body: {},
              ifMatch: revision,
              done: words.removed(name),
              after: onChanged,
            })
          }
        >
          {words.remove}
        </Button>
      </div>
      {key && (
        <div class="stack" role="status">
          <p>{words.keyOnce}</p>
          <CopyField label={words.key} copyLabel={words.copy} value={key} />
        </div>
      )}
      <FormFailure failure={failure ?? command.failure} />
    </li>
  );
}

function clockWords(ahead: number | null): string | null {
  if (ahead === null || Math.abs(ahead) < WORTH_TELLING) return null;
  const seconds = numberInWords(Math.round(Math.abs(ahead)));
  return ahead > 0 ? words.ahead(seconds) : words.behind(seconds);
}

function NewReader({ workshopId, path, onMade }: { workshopId: string; path: string; onMade: () => void }) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const machines = useResource(`/api/machines?workshop=${workshopId}`, machineList);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const add = async () => {
    const body = { name, machineIds: chosen };
    if (!(await give({ method: 'post', path, body, done: words.added(name), after: onMade }))) return;
    setName('');
    setChosen([]);
  };
  const options = (machines.value.value?.machines ?? []).map((machine) => ({
    value: machine.machineId,
    label: machine.name,
  }));
  return (
    <AskForm submitLabel={words.addReader} busy={busy} failure={failure} onSubmit={add}>
      <TextField label={words.name} required maxLength={80} value={name} onValue={setName} />
      <ManyChips label={words.machines} values={chosen} options={options} onValues={setChosen} />
    </AskForm>
  );
}
