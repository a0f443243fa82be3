import { useState } from 'preact/hooks';
import type { MachineView } from '../../shared/machines/views.ts';
import { workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { PageSection } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { MachineForm } from './machineForm.tsx';
import { OutageForm } from './outageForm.tsx';

interface LookAfterProps {
  machine: MachineView;
  /** Something changed: read the machine again. */
  onChanged: () => void;
}

const words = t.machines;

/** What those may do who look after a machine; nothing at all is drawn for others. */
export function LookAfter({ machine, onChanged }: LookAfterProps) {
  const [open, setOpen] = useState<'outage' | 'edit' | 'retire' | null>(null);
  const { busy, give } = useCommand({ failures: 'toast' });
  const may = (action: string) => machine.allowedActions.includes(action);
  const close = () => setOpen(null);
  const finish = () => {
    close();
    onChanged();
  };
  const { machineId, name, outage, retired, revision } = machine;
  if (!['machine.describe', 'machine.declareOutage', 'machine.retire'].some(may)) return null;
  return (
    <PageSection title={words.page.manage}>
      <div class="buttons">
        {!outage && !retired && may('machine.declareOutage') && (
          <Button kind="danger" onPress={() => setOpen('outage')}>
            {words.outage.declare}
          </Button>
        )}
        {may('machine.describe') && <Button onPress={() => setOpen('edit')}>{words.edit.open}</Button>}
        <ButtonLink href={addressOf.label(machineId)}>{words.page.label}</ButtonLink>
        {may('machine.retire') && !retired && (
          <Button kind="quiet" onPress={() => setOpen('retire')}>
            {words.retire.open}
          </Button>
        )}
        {may('machine.retire') && retired && (
          <Button
            busy={busy}
            onPress={() =>
              give({
                method: 'post',
                path: `/api/machines/${machineId}/reinstate`,
                body: {},
                ifMatch: revision,
                done: words.retire.reinstated(name),
                after: onChanged,
              })
            }
          >
            {words.retire.reinstate}
          </Button>
        )}
      </div>
      {open === 'outage' && (
        <Dialog title={words.outage.title(name)} onClose={close}>
          <OutageForm machine={machine} onDone={finish} />
        </Dialog>
      )}
      {open === 'edit' && (
        <Dialog title={words.edit.title(name)} onClose={close}>
          <EditForm machine={machine} onDone={finish} onChanged={onChanged} />
        </Dialog>
      )}
      {open === 'retire' && (
        <Dialog title={words.retire.title(name)} onClose={close}>
          <RetireForm machine={machine} onDone={finish} onChanged={onChanged} />
        </Dialog>
      )}
    </PageSection>
  );
}

interface FormProps extends LookAfterProps {
  onDone: () => void;
}

function EditForm({ machine, onDone, onChanged }: FormProps) {
  const workshop = useResource(`/api/workshops/${machine.workshopId}`, workshopView);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <MachineForm
      workshopId={machine.workshopId}
      machine={machine}
      competences={workshop.value.value?.competences ?? []}
      submitLabel={t.words.save}
      busy={busy}
      failure={failure}
      onSubmit={async (description) => {
        const reply = await give({
          method: 'put',
          path: `/api/machines/${machine.machineId}/description`,
          body: description,
          ifMatch: machine.revision,
          done: words.edit.saved(description.name),
          after: onChanged,
        });
        if (reply) onDone();
      }}
    />
  );
}

function RetireForm({ machine, onDone, onChanged }: FormProps) {
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machine.machineId}/retire`,
      body: reason.trim() ? { reason } : {},
      ifMatch: machine.revision,
      done: words.retire.done(machine.name),
      after: onChanged,
    });
    if (reply) onDone();
  };
  return (
    <AskForm
      submitLabel={words.retire.submit}
      onSubmit={submit}
      busy={busy}
      failure={failure}
      timeZone={machine.timeZone}
      kind="danger"
    >
      <p>{words.retire.text}</p>
      <TextArea label={`${words.retire.reason} (${t.words.optional})`} value={reason} onValue={setReason} />
    </AskForm>
  );
}
