import { useRef, useState } from 'preact/hooks';
import { type BringReply, bringReply } from '../../../shared/designs/bringingViews.ts';
import type { BringDesignsBody } from '../../../shared/designs/commands.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { post } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { sendMany } from '../../files/sendLarge.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { megabytes } from '../figures.ts';
import { Chooser } from './chooser.tsx';
import { type Found, MOST_FILES, nameOf, worthSending } from './collect.ts';

const words = t.draft.bringing;
const WAYS = ['folder', 'files', 'git'] as const;
type Way = (typeof WAYS)[number];

interface BringFormProps {
  /** The design whose next revision it becomes; null: a new one. */
  designId: string | null;
  onBrought: (reply: BringReply) => void;
}

/** Chooses what is brought, sends it, and has it looked at. */
export function BringForm({ designId, onBrought }: BringFormProps) {
  const [way, setWay] = useState<Way>('folder');
  const [found, setFound] = useState<Found[]>([]);
  const [url, setUrl] = useState('');
  const [fraction, setFraction] = useState<number | null>(null);
  const [isStopped, setIsStopped] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const { files, leftOut } = worthSending(found);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const ready = way === 'git' ? url.trim() !== '' : files.length > 0 && files.length <= MOST_FILES;

  const bring = () =>
    attempt(async () => {
      const control = new AbortController();
      stop.current = control;
      setIsStopped(false);
      try {
        const design = designId === null ? {} : { designId };
        const body: BringDesignsBody =
          way === 'git'
            ? { kind: 'git', url: url.trim(), ...design }
            : { ...(await sent(files, control.signal, setFraction)), ...design };
        setFraction(null);
        onBrought(await post('/api/drafts/bring', body, bringReply));
      } catch (error) {
        if (!control.signal.aborted) throw error;
        setIsStopped(true);
      } finally {
        setFraction(null);
        stop.current = null;
      }
    });
  const choose = (chosen: Found[]) => {
    if (!busy && chosen.length > 0) setFound(chosen);
  };
  return (
    <form
      class="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) bring();
      }}
    >
      <Chips
        label={words.how}
        value={way}
        options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
        onValue={(chosen) => {
          setWay(chosen);
          setFound([]);
        }}
      />
      {way === 'git' ? (
        <TextField label={words.git} hint={words.gitHint} value={url} maxLength={500} onValue={setUrl} />
      ) : (
        <Chooser way={way} onFound={choose} />
      )}
      {way !== 'git' && files.length > 0 && (
        <p role="status">{words.chosen(files.length, megabytes(bytes))}</p>
      )}
      {leftOut > 0 && <p class="soft">{words.leftOut(leftOut)}</p>}
      {files.length > MOST_FILES && <p role="alert">{words.tooMany(MOST_FILES)}</p>}
      {busy && <Progress fraction={fraction} files={files.length} isGit={way === 'git'} />}
      {isStopped && <p role="status">{words.stopped}</p>}
      <FormFailure failure={failure} />
      <div class="buttons">
        {ready && (
          <Button kind="main" type="submit" busy={busy}>
            {words.bring}
          </Button>
        )}
        {fraction !== null && <Button onPress={() => stop.current?.abort()}>{words.stop}</Button>}
      </div>
    </form>
  );
}

function Progress({ fraction, files, isGit }: { fraction: number | null; files: number; isGit: boolean }) {
  const said = fraction === null || isGit ? words.reading : words.sendingFiles(files);
  return (
    <div class="sending" role="status">
      <span>{said}</span>
      {fraction === null ? (
        <progress aria-label={said} />
      ) : (
        <progress aria-label={said} max={1} value={fraction} />
      )}
    </div>
  );
}

/** Sends the files in; one archive alone stands for what is in it. @throws {RequestFailed} */
async function sent(
  files: readonly Found[],
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<BringDesignsBody> {
  const results = await sendMany(
    files.map(({ file }) => file),
    { signal, onProgress },
  );
  const arrived = results.map((result, index) => {
    if ('failure' in result) throw result.failure;
    return { path: files[index]?.path ?? result.file.name, reply: result.reply };
  });
  const name = nameOf(files);
  const [only] = arrived;
  if (arrived.length === 1 && only && /\.zip$/i.test(only.path))
    return { kind: 'zip', name, fileId: only.reply.fileId };
  return {
    kind: 'folder',
    name,
    files: arrived.map(({ path, reply }) => ({ path, fileId: reply.fileId })),
  };
}
