import { useRef, useState } from 'preact/hooks';
import type { ContentChange } from '../../../shared/designs/changes.ts';
import { t } from '../../catalogue/designTexts.ts';
import { failureText } from '../../failureText.ts';
import { sendLargeFile } from '../../files/sendLarge.ts';
import { RequestFailed } from '../../problem.ts';
import { Button } from '../../ui/button.tsx';
import { chosenFiles, droppedFiles, type Found, worthSending } from '../bring/collect.ts';
import { addition } from './entries.ts';
import { fileEntry } from './fileEntries.ts';
import type { DraftState } from './state.ts';

const words = t.draft.steps.files;

interface Sending {
  id: number;
  name: string;
  /** From 0 to 1. */
  fraction: number;
  failure: string | null;
}

let lastId = 0;

/** Files are chosen or dropped here; each stands in the draft as soon as it has arrived. */
export function SendFiles({ draft }: { draft: DraftState }) {
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController | null>(null);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const isSending = sendings.some(({ failure }) => failure === null);

  const take = async (found: readonly Found[]) => {
    const { files } = worthSending(found);
    const control = stop.current ?? new AbortController();
    stop.current = control;
    const begun = files.map((each) => ({ ...each, id: ++lastId }));
    setSendings((before) => [
      ...before.filter(({ failure }) => failure === null),
      ...begun.map(({ path, id }) => ({ id, name: path, fraction: 0, failure: null })),
    ]);
    const change = (id: number, fields: Partial<Sending>) =>
      setSendings((before) => before.map((each) => (each.id === id ? { ...each, ...fields } : each)));
    for (const { path, file, id } of begun) {
      try {
        const reply = await sendLargeFile(file, {
          onProgress: (fraction) => change(id, { fraction }),
          signal: control.signal,
        });
        draft.edit(arrival(draft, path, reply));
        setSendings((before) => before.filter((each) => each.id !== id));
      } catch (error) {
        if (control.signal.aborted) break;
        if (!(error instanceof RequestFailed)) throw error;
        change(id, { failure: failureText(error) });
      }
    }
  };
  const stopAll = () => {
    stop.current?.abort(new DOMException('stopped', 'AbortError'));
    stop.current = null;
    setSendings([]);
  };
  return (
    <fieldset
      class="drop-field stack"
      aria-label={words.choose}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <input
        ref={input}
        class="only-heard"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.choose}
        onChange={(event) => {
          const files = chosenFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
          take(files);
        }}
      />
      <div class="buttons">
        <Button onPress={() => input.current?.click()}>{words.choose}</Button>
        {isSending && <Button onPress={stopAll}>{words.stop}</Button>}
      </div>
      <p class="soft">{over ? words.drop : words.hint}</p>
      {sendings.map(({ id, name, fraction, failure }) =>
        failure === null ? (
          <label class="sending" key={id}>
            {words.sending(name)}
            <progress max={1} value={fraction} />
          </label>
        ) : (
          <p key={id} class="note" data-tone="danger" role="alert">
            {words.failed(name, failure)}
          </p>
        ),
      )}
    </fieldset>
  );
}

/** The file under its path: new, or in place of the one that was there. */
function arrival(draft: DraftState, path: string, sent: { fileId: string; bytes: number }): ContentChange[] {
  const content = draft.content.value;
  if (content === undefined) return [];
  const known = content.files.find((each) => each.path === path);
  const entry = fileEntry(path, sent, known);
  if (known === undefined) return addition(content, 'files', entry);
  return (['fileId', 'bytes'] as const).map((field) => ({
    kind: 'set',
    at: ['files', path, field],
    from: known[field],
    to: entry[field],
  }));
}
