import { useState } from 'preact/hooks';
import { type FaultSeverity, faultSeverity } from '../../shared/machines/events.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { sendPhotograph } from '../files/send.ts';
import type { FileToKeep } from '../offline/keptFiles.ts';
import { RequestFailed } from '../problem.ts';
import { randomId } from '../randomId.ts';
import { me } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CheckField, TextArea } from '../ui/field.tsx';
import { FileButton } from '../ui/fileButton.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { showToast } from '../ui/toasts.ts';
import { useCommand } from '../useCommand.ts';

const words = t.care.fault;
const MOST_PICTURES = 6;

export interface FaultReportProps {
  machine: Pick<MachineView, 'machineId' | 'name' | 'timeZone' | 'allowedActions'>;
  onReported?: () => void;
}

/** A fault in two taps: what it is, and Send. Words are welcome and never asked for. Also without an account. */
export function FaultReport({ machine, onReported }: FaultReportProps) {
  const [severity, setSeverity] = useState<FaultSeverity | ''>('');
  const [text, setText] = useState('');
  const [nameless, setNameless] = useState(false);
  const [pictures, setPictures] = useState<Picture[]>([]);
  const sending = usePhotographs((picture) => setPictures((before) => [...before, picture]));
  const { busy, failure, give, clear } = useCommand({ failures: 'page' });
  const { machineId, name, timeZone, allowedActions } = machine;
  const may = (action: string) => allowedActions.includes(action);
  const locks =
    (severity === 'unsafe' && may('machine.lockAsUnsafe')) ||
    (severity === 'outOfOrder' && may('machine.declareOutage'));
  const reset = () => {
    setSeverity('');
    setText('');
    setPictures([]);
    setNameless(false);
  };
  const send = async () => {
    const withoutName = severity === 'nearMiss' && nameless;
    const reply = await give({
      method: 'post',
      path: `/api/machines/${machineId}/faults`,
      body: {
        severity,
        ...(text.trim() ? { text } : {}),
        ...(pictures.length > 0 ? { photographs: pictures.map(nameOf) } : {}),
        ...(withoutName ? { nameless } : {}),
      },
      done: locks ? words.locked(name) : words.sent(name),
      after: onReported ?? (() => undefined),
      keepAs: words.called(name),
      files: pictures.filter((picture) => typeof picture !== 'string'),
      kept: reset,
    });
    if (reply) reset();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Chips
        label={words.what}
        quiet
        value={severity}
        options={faultSeverity.options.map((value) => ({ value, label: t.care.severities[value] }))}
        onValue={(value) => {
          clear();
          setSeverity(value);
        }}
      />
      {severity && (
        <>
          <div class="buttons">
            <Button kind={locks ? 'danger' : 'main'} type="submit" busy={busy}>
              {locks ? words.lock : words.send}
            </Button>
          </div>
          <p class="soft">{whatFollows(severity, locks)}</p>
          <TextArea
            label={`${words.text} (${t.words.optional})`}
            value={text}
            error={mistakeAt(failure, 'text')}
            onValue={setText}
          />
          {me.value && pictures.length < MOST_PICTURES && (
            <div>
              <FileButton
                label={pictures.length === 0 ? words.picture : words.anotherPicture(pictures.length)}
                accept="image/*"
                busy={sending.busy}
                onFile={sending.send}
              />
            </div>
          )}
          {severity === 'nearMiss' && me.value && (
            <CheckField label={words.nameless} checked={nameless} onChange={setNameless} />
          )}
          <FormFailure failure={failure} timeZone={timeZone} />
        </>
      )}
    </form>
  );
}

/** The id of one that was sent, or what is to be sent with the report. */
type Picture = string | FileToKeep;
const nameOf = (picture: Picture) => (typeof picture === 'string' ? picture : picture.key);

/** Sends each photograph as it is chosen, so that Send has nothing left to wait for. Without a connection it goes along. */
function usePhotographs(onPicture: (picture: Picture) => void) {
  const [busy, setBusy] = useState(false);
  const send = async (file: File) => {
    setBusy(true);
    try {
      onPicture((await sendPhotograph(file)).fileId);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.kind === 'offline') onPicture({ key: randomId(), kind: 'photograph', blob: file });
      else showToast(failureText(error), { tone: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}

function whatFollows(severity: FaultSeverity, locks: boolean): string {
  if (severity === 'nearMiss') return words.nearMissTold;
  if (!locks) return words.told;
  return severity === 'unsafe' ? words.locks : words.takesOut;
}
