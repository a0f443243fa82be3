import './pictures.css';
import { useState } from 'preact/hooks';
import { addressOfFile } from '../../shared/files/kinds.ts';
import type { MachineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { sendFile, sendPhotograph } from '../files/send.ts';
import { RequestFailed } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/fileButton.tsx';
import { PageSection } from '../ui/page.tsx';
import { type Ask, useCommand } from '../useCommand.ts';

const words = t.machineDetails;

/** The photograph that stands for a machine; nothing where there is none. */
export function MachinePicture({ machine }: { machine: Pick<MachineView, 'name' | 'photographs'> }) {
  const [first] = machine.photographs;
  if (first === undefined) return null;
  return <img class="picture" src={addressOfFile(first)} alt={words.photographs.of(machine.name)} />;
}

interface PicturesProps {
  machine: MachineView;
  /** Something changed: read the machine again. */
  onChanged: () => void;
}

/** Further photographs and the manual, with what those may do who look after them. */
export function Pictures({ machine, onChanged }: PicturesProps) {
  const { machineId, name, photographs, manual, allowedActions } = machine;
  const mayChange = allowedActions.includes('machine.illustrate');
  const { busy, give } = useCommand({ failures: 'toast' });
  const { sending, failure, send } = useSending();
  const path = `/api/machines/${machineId}`;
  const ask = (request: Pick<Ask, 'method' | 'path' | 'body' | 'done'>) =>
    give({ ...request, after: onChanged });
  const shown = mayChange ? photographs : photographs.slice(1);
  if (shown.length === 0 && manual === null && !mayChange) return null;
  const addPhotograph = (file: File) =>
    send(async () => {
      const { fileId } = await sendPhotograph(file);
      const done = words.photographs.added;
      await ask({ method: 'post', path: `${path}/photographs`, body: { fileId }, done });
    });
  const attach = (file: File) =>
    send(async () => {
      const { fileId } = await sendFile(file);
      const body = { fileId, name: file.name.slice(0, 80) || words.manual.title };
      await ask({ method: 'put', path: `${path}/manual`, body, done: words.manual.attached });
    });
  return (
    <PageSection title={words.manual.andPhotographs}>
      {shown.length > 0 && (
        <ul class="pictures">
          {shown.map((fileId) => {
            const number = photographs.indexOf(fileId) + 1;
            return (
              <li key={fileId}>
                <a href={addressOfFile(fileId)} target="_blank" rel="noopener noreferrer">
                  <img
                    src={addressOfFile(fileId)}
                    alt={words.photographs.numbered(name, number)}
                    loading="lazy"
                  />
                </a>
                {mayChange && (
                  <Button
                    kind="quiet"
                    busy={busy}
                    label={words.photographs.removeNumbered(number)}
                    onPress={() =>
                      ask({
                        method: 'post',
                        path: `${path}/photographs/${fileId}/remove`,
                        body: {},
                        done: words.photographs.removed,
                      })
                    }
                  >
                    {words.photographs.remove}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {manual && (
        <p>
          <a href={addressOfFile(manual.fileId)} target="_blank" rel="noopener noreferrer">
            {words.manual.read(manual.name)}
          </a>
        </p>
      )}
      {failure && (
        <p class="note" data-tone="danger" role="alert">
          {failureText(failure)}
        </p>
      )}
      {mayChange && (
        <div class="buttons">
          <FileButton
            label={photographs.length === 0 ? words.photographs.take : words.photographs.another}
            accept="image/*"
            busy={sending || busy}
            onFile={addPhotograph}
          />
          <FileButton
            label={manual ? words.manual.replace : words.manual.attach}
            accept="application/pdf,image/*"
            busy={sending || busy}
            onFile={attach}
          />
          {manual && (
            <Button
              kind="quiet"
              busy={busy}
              onPress={() =>
                ask({
                  method: 'post',
                  path: `${path}/manual/remove`,
                  body: {},
                  done: words.manual.removed,
                })
              }
            >
              {words.manual.remove}
            </Button>
          )}
        </div>
      )}
    </PageSection>
  );
}

/** One file on its way at a time. */
function useSending() {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const send = async (work: () => Promise<void>) => {
    setSending(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return { sending, failure, send };
}
