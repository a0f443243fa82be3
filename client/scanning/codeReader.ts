import type { Answer, Asked } from './worker.ts';

/** What codes can be looked for in. */
export type Seen = HTMLVideoElement | ImageBitmap;

/** Looks for codes in one picture after the other. */
export interface CodeReader {
  /** The texts of the codes in it; none where there is none. Rejects where this reader cannot read at all. */
  read(seen: Seen): Promise<string[]>;
  close(): void;
}

interface Detector {
  detect(source: Seen): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}
declare global {
  interface Window {
    /** In some browsers only: https://wicg.github.io/shape-detection-api/ */
    BarcodeDetector?: DetectorClass;
  }
}

const FORMATS = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13', 'ean_8'];

/** The browser's own reader, where it has one that knows square codes; else null. */
async function ownReader(): Promise<CodeReader | null> {
  const { BarcodeDetector } = window;
  if (!BarcodeDetector) return null;
  const supported = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  const formats = FORMATS.filter((format) => supported.includes(format));
  if (!formats.includes('qr_code')) return null;
  const detector = new BarcodeDetector({ formats });
  return {
    read: async (seen) => (await detector.detect(seen)).map(({ rawValue }) => rawValue),
    close: () => {},
  };
}

/** A reader that needs longer has died with its worker, or waits for a file that never comes; milliseconds. */
const PATIENCE = 30_000;
/** The longer side of what is read, points: enough for a label at arm's length, little enough for an old telephone. */
const SIDE_OF_MOVING = 960;
const SIDE_OF_STILL = 1600;

/** Reads in a worker, so that the page never stands still. */
function libraryReader(): CodeReader {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let last = 0;
  const read = (seen: Seen) =>
    new Promise<string[]>((resolve, reject) => {
      const isMoving = seen instanceof HTMLVideoElement;
      const [wide, high] = isMoving ? [seen.videoWidth, seen.videoHeight] : [seen.width, seen.height];
      if (!context || wide === 0 || high === 0) {
        resolve([]);
        return;
      }
      const scale = Math.min(1, (isMoving ? SIDE_OF_MOVING : SIDE_OF_STILL) / Math.max(wide, high));
      const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.drawImage(seen, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      last += 1;
      const id = last;
      const end = () => {
        clearTimeout(timer);
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onError);
      };
      const onMessage = ({ data: answer }: MessageEvent<Answer>) => {
        if (answer.id !== id) return;
        end();
        if (answer.codes) resolve(answer.codes);
        else reject(new Error('The reader of codes could not be opened.'));
      };
      const onError = () => {
        end();
        reject(new Error('The reader of codes has stopped.'));
      };
      const timer = setTimeout(onError, PATIENCE);
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
      const asked: Asked = { id, picture: { data: new Uint8ClampedArray(data), width, height } };
      worker.postMessage(asked, { transfer: [asked.picture.data.buffer] });
    });
  return { read, close: () => worker.terminate() };
}

/**
 * The browser's own reader where it has one; else, and where that one fails, the library's, which is fetched when it is
 * first needed.
 */
export async function openCodeReader(): Promise<CodeReader> {
  const own = await ownReader();
  let isOwn = own !== null;
  let current = own ?? libraryReader();
  return {
    read: async (seen) => {
      try {
        return await current.read(seen);
      } catch (error) {
        if (!isOwn) throw error;
        isOwn = false;
        current = libraryReader();
        return current.read(seen);
      }
    },
    close: () => current.close(),
  };
}

/**
 * Fetches the library's WebAssembly ahead, where the browser has no reader of its own: the service worker keeps it for
 * where there is no signal. Never throws.
 */
export async function warmCodeReader(): Promise<void> {
  if (await ownReader()) return;
  const { default: wasm } = await import('zxing-wasm/reader/zxing_reader.wasm?url');
  await fetch(wasm, { priority: 'low' }).catch(() => undefined);
}

/** The texts of the codes in a picture file. Rejects where the browser cannot read the file. */
export async function codesInFile(file: Blob): Promise<string[]> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const reader = await openCodeReader();
  try {
    return await reader.read(picture);
  } finally {
    picture.close();
    reader.close();
  }
}
