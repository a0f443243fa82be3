import { openCodeReader } from './codeReader.ts';
import { LastSeen } from './lastSeen.ts';

declare global {
  // Torches: https://www.w3.org/TR/image-capture/
  interface MediaTrackCapabilities {
    torch?: boolean;
  }
  interface MediaTrackConstraintSet {
    torch?: boolean;
  }
}

/** Why there is no picture. `insecure`: browsers lend the camera over https only. `reader`: nothing reads codes here. */
export type NoPicture = 'insecure' | 'refused' | 'none' | 'taken' | 'reader';

export class CannotScan extends Error {
  readonly why: NoPicture;

  constructor(why: NoPicture) {
    super(why);
    this.name = 'CannotScan';
    this.why = why;
  }
}

/** A camera that looks for codes. */
export interface Scanner {
  hasTorch: boolean;
  /** Rejects where the torch does not obey. */
  setTorch(on: boolean): Promise<void>;
  close(): void;
}

/** Between two looks, milliseconds; a telephone that is slow at them rests twice as long as it looks. */
const SHORTEST_REST = 120;

const WHY: Record<string, NoPicture> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'taken',
  AbortError: 'taken',
};

async function openStream(): Promise<MediaStream> {
  // Browsers without https have no such thing at all, whatever the types say.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices?.getUserMedia) throw new CannotScan(isSecureContext ? 'none' : 'insecure');
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
  return devices.getUserMedia({ video, audio: false }).catch((error: unknown) => {
    throw new CannotScan((error instanceof DOMException && WHY[error.name]) || 'taken');
  });
}

/**
 * Shows the camera's picture in `video` and tells each code that comes before it, once. Throws `CannotScan`.
 * @param onFailed the reader gave up, or the camera was taken away, after it had begun.
 */
export async function openScanner(
  video: HTMLVideoElement,
  onCode: (code: string) => void,
  { signal, onFailed }: { signal: AbortSignal; onFailed: (why: NoPicture) => void },
): Promise<Scanner> {
  const stream = await openStream();
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) {
    stop();
    throw new CannotScan('none');
  }
  video.srcObject = stream;
  // A page that goes away meanwhile takes its element along; that is no failure of the camera's.
  await video.play().catch(() => undefined);
  const [track] = stream.getVideoTracks();
  const reader = await openCodeReader();
  const last = new LastSeen();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    clearTimeout(timer);
    stop();
    reader.close();
    video.srcObject = null;
  };
  const fail = (why: NoPicture) => {
    if (closed) return;
    close();
    onFailed(why);
  };
  const look = async () => {
    const began = performance.now();
    if (!document.hidden) {
      const codes = await reader.read(video);
      if (closed) return;
      const now = performance.now();
      for (const code of codes.slice(0, 1)) if (last.isNew(code, now)) onCode(code);
    }
    timer = setTimeout(again, Math.max(SHORTEST_REST, 2 * (performance.now() - began)));
  };
  const again = () => {
    look().catch(() => fail('reader'));
  };
  track?.addEventListener('ended', () => fail('taken'));
  signal.addEventListener('abort', close);
  if (signal.aborted) close();
  else again();
  return {
    hasTorch: track?.getCapabilities?.().torch === true,
    setTorch: async (torch) => {
      await track?.applyConstraints({ advanced: [{ torch }] });
    },
    close,
  };
}
