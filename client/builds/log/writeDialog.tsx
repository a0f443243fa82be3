import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { nowThere } from '../../serverClock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { BuildForm } from './buildForm.tsx';
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
  return (
    <Dialog title={words.writeTitle} onClose={onClose}>
      <BuildForm
        build={build}
        submitLabel={words.save}
        fact={() =>
          note.trim() === ''
            ? null
            : {
                below: 'log',
                body: { at, note, step: step === '' ? null : step },
                done: words.noted,
                keepAs: words.noteKept,
              }
        }
        onChanged={onChanged}
        onClose={onClose}
      >
        <TextArea label={words.words} value={note} onValue={setNote} required />
        <StepChoice steps={shown.steps} value={step} onValue={setStep} />
      </BuildForm>
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
  return (
    <Dialog title={entry.note === null ? words.addWords : words.changeWords} onClose={onClose}>
      <BuildForm
        build={build}
        submitLabel={words.save}
        fact={() =>
          note.trim() === ''
            ? null
            : { below: `log/${entry.logId}/note`, body: { note }, done: words.noted, keepAs: words.noteKept }
        }
        onChanged={onChanged}
        onClose={onClose}
      >
        <TextArea label={words.words} value={note} onValue={setNote} required />
      </BuildForm>
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
  return (
    <Dialog title={words.moveTitle} onClose={onClose}>
      <BuildForm
        build={build}
        submitLabel={words.save}
        fact={() => ({
          below: `log/${entry.logId}/move`,
          body: { step: step === '' ? null : step },
          done: words.moved,
          keepAs: words.moveKept,
        })}
        onChanged={onChanged}
        onClose={onClose}
      >
        <StepChoice steps={shown.steps} value={step} onValue={setStep} />
      </BuildForm>
    </Dialog>
  );
}
