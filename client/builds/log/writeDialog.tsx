import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { nowThere } from '../../serverClock.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useCommand } from '../../useCommand.ts';
import type { LogShown, ShownLog } from './pending.ts';
import { StepChoice } from './stepChoice.tsx';
import { currentOf } from './steps.ts';

const words = t.buildLog.entries;

interface WriteDialogProps {
  build: Pick<BuildView, 'buildId' | 'timeZone'>;
  shown: ShownLog;
  onChanged: () => void;
  onClose: () => void;
}

/** Words for the log, with the present step unless another is chosen. */
export function WriteDialog({ build, shown, onChanged, onClose }: WriteDialogProps) {
  const [note, setNote] = useState('');
  const [step, setStep] = useState(currentOf(shown.steps)?.step ?? '');
  const [at] = useState(() => new Date(nowThere()).toISOString());
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <Dialog title={words.writeTitle} onClose={onClose}>
      <AskForm
        submitLabel={words.save}
        kind="main"
        busy={busy}
        failure={failure}
        timeZone={build.timeZone}
        onSubmit={async () => {
          if (note.trim() === '') return;
          const reply = await give({
            method: 'post',
            path: `/api/builds/${build.buildId}/log`,
            body: { at, note, step: step === '' ? null : step },
            done: words.noted,
            keepAs: words.noteKept,
            kept: onClose,
            after: onChanged,
          });
          if (reply) onClose();
        }}
      >
        <TextArea label={words.words} value={note} onValue={setNote} required />
        <StepChoice steps={shown.steps} value={step} onValue={setStep} />
      </AskForm>
    </Dialog>
  );
}

interface EntryDialogProps {
  build: Pick<BuildView, 'buildId' | 'timeZone'>;
  entry: LogShown;
  onChanged: () => void;
  onClose: () => void;
}

/** Words that come later: they take the place of earlier ones. */
export function WordsDialog({ build, entry, onChanged, onClose }: EntryDialogProps) {
  const [note, setNote] = useState(entry.note ?? '');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <Dialog title={entry.note === null ? words.addWords : words.changeWords} onClose={onClose}>
      <AskForm
        submitLabel={words.save}
        kind="main"
        busy={busy}
        failure={failure}
        timeZone={build.timeZone}
        onSubmit={async () => {
          if (note.trim() === '') return;
          const reply = await give({
            method: 'post',
            path: `/api/builds/${build.buildId}/log/${entry.logId}/note`,
            body: { note },
            done: words.noted,
            keepAs: words.noteKept,
            kept: onClose,
            after: onChanged,
          });
          if (reply) onClose();
        }}
      >
        <TextArea label={words.words} value={note} onValue={setNote} required />
      </AskForm>
    </Dialog>
  );
}

/** To another step, or to none. */
export function MoveDialog({
  build,
  shown,
  entry,
  onChanged,
  onClose,
}: EntryDialogProps & { shown: ShownLog }) {
  const [step, setStep] = useState(entry.step ?? '');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  return (
    <Dialog title={words.moveTitle} onClose={onClose}>
      <AskForm
        submitLabel={words.save}
        kind="main"
        busy={busy}
        failure={failure}
        timeZone={build.timeZone}
        onSubmit={async () => {
          const reply = await give({
            method: 'post',
            path: `/api/builds/${build.buildId}/log/${entry.logId}/move`,
            body: { step: step === '' ? null : step },
            done: words.moved,
            keepAs: words.moveKept,
            kept: onClose,
            after: onChanged,
          });
          if (reply) onClose();
        }}
      >
        <StepChoice steps={shown.steps} value={step} onValue={setStep} />
      </AskForm>
    </Dialog>
  );
}
