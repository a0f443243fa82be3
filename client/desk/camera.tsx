import { IconCamera, IconCameraOff } from '@tabler/icons-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toasts.ts';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    /** In some browsers only: https://wicg.github.io/shape-detection-api/ */
    BarcodeDetector?: new (options: {
      formats: string[];
    }) => Detector;
  }
}

const words = t.loans.desk;
/** Between two looks at the picture, milliseconds: as often as a slow phone can. */
const LOOK = 250;
/** The same code stays before the camera for a while; it is read once. */
const AGAIN_AFTER = 3000;

/** Reads codes with the camera, where the browser can; nothing is drawn where it cannot. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const [on, setOn] = useState(false);
  if (!window.BarcodeDetector) return null;
  return (
    <div class="stack">
      <Button pressed={on} onPress={() => setOn(!on)}>
        {on ? <IconCameraOff aria-hidden="true" /> : <IconCamera aria-hidden="true" />}
        {on ? words.cameraStop : words.camera}
      </Button>
      {on && <Picture onCode={onCode} onFailed={() => setOn(false)} />}
    </div>
  );
}

function Picture({ onCode, onFailed }: { onCode: (code: string) => void; onFailed: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    const { BarcodeDetector } = window;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let closed = false;
    const fail = () => {
      if (closed) return;
      showToast(words.cameraFailed, { tone: 'failed' });
      onFailed();
    };
    const begin = async () => {
      if (!BarcodeDetector) return;
      const detector = new BarcodeDetector({ formats: ['qr_code', 'code_128', 'ean_13'] });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const picture = video.current;
      if (closed || !picture) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      picture.srcObject = stream;
      await picture.play();
      let last = { code: '', at: 0 };
      const look = async () => {
        const [found] = await detector.detect(picture).catch(() => []);
        const at = performance.now();
        if (found && (found.rawValue !== last.code || at - last.at > AGAIN_AFTER)) {
          latest.current(found.rawValue);
        }
        if (found) last = { code: found.rawValue, at };
        if (!closed) timer = setTimeout(look, LOOK);
      };
      await look();
    };
    begin().catch(fail);
    return () => {
      closed = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return <video ref={video} class="desk-camera" muted playsInline />;
}
