import './scanning.css';
import { IconBulb, IconBulbOff } from '@tabler/icons-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { scanTexts } from '../catalogue/scanTexts.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/fileButton.tsx';
import { showToast } from '../ui/toasts.ts';
import { CannotScan, type NoPicture, openScanner, type Scanner } from './camera.ts';
import { codesInFile } from './codeReader.ts';
import { tellRead } from './heard.ts';

/** What a code says, short enough to be read in passing: a label's address without the site. */
const toldShort = (code: string) => code.replace(/^https?:\/\/[^/]+\/(?:m\/)?/, '').slice(0, 40);

/** The camera's picture while it looks for codes; or why there is none, and what to do. */
export function CameraPicture({ onCode }: { onCode: (code: string) => void }) {
  const words = scanTexts;
  const video = useRef<HTMLVideoElement>(null);
  const [scanner, setScanner] = useState<Scanner | null>(null);
  const [why, setWhy] = useState<NoPicture | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState('');
  const [isReading, setReading] = useState(false);
  const latest = useRef(onCode);
  latest.current = onCode;
  const take = (code: string) => {
    tellRead();
    setRead(toldShort(code));
    latest.current(code);
  };
  useEffect(() => {
    const picture = video.current;
    if (!picture) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const failed = (reason: NoPicture) => {
      if (signal.aborted) return;
      setScanner(null);
      setWhy(reason);
    };
    openScanner(picture, take, { signal, onFailed: failed }).then(
      (opened) => {
        if (!signal.aborted) setScanner(opened);
      },
      (error: unknown) => failed(error instanceof CannotScan ? error.why : 'taken'),
    );
    return () => leaving.abort();
  }, [attempt]);
  const readFile = async (file: File) => {
    setReading(true);
    try {
      const [code] = await codesInFile(file);
      if (code === undefined) showToast(words.nothingThere, { tone: 'failed' });
      else take(code);
    } catch {
      showToast(words.unreadable, { tone: 'failed' });
    } finally {
      setReading(false);
    }
  };
  return (
    <div class="stack">
      {why === null ? (
        // Muted and without a sound track: there is nothing to caption.
        <video ref={video} class="scan-picture" aria-label={words.picture} muted playsInline />
      ) : (
        <p class="note" role="alert">
          {words.why[why]}
        </p>
      )}
      <p class="soft" role="status">
        {read === '' ? why === null && words.hold : words.read(read)}
      </p>
      <div class="buttons">
        {scanner?.hasTorch && <Light scanner={scanner} />}
        {(why === 'refused' || why === 'taken' || why === 'reader') && (
          <Button
            onPress={() => {
              setWhy(null);
              setAttempt(attempt + 1);
            }}
          >
            {words.again}
          </Button>
        )}
        <FileButton label={words.fromPicture} accept="image/*" busy={isReading} onFile={readFile} />
      </div>
    </div>
  );
}

function Light({ scanner }: { scanner: Scanner }) {
  const [on, setOn] = useState(false);
  const turn = () =>
    scanner.setTorch(!on).then(
      () => setOn(!on),
      () => showToast(scanTexts.noLight, { tone: 'failed' }),
    );
  return (
    <Button pressed={on} onPress={turn}>
      {on ? <IconBulbOff aria-hidden="true" /> : <IconBulb aria-hidden="true" />}
      {scanTexts.light}
    </Button>
  );
}
