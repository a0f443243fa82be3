/** A voice note stops by itself after this, milliseconds. */
export const LONGEST_NOTE = 5 * 60_000;
const BITS_PER_SECOND = 32_000;
/** Pieces come so often, milliseconds: what was said so far is there whatever happens. */
const PIECE = 1000;
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

/** Whether this browser can record here; without HTTPS none can. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && navigator.mediaDevices?.getUserMedia !== undefined;

export interface Recording {
  /** Ends it; what was recorded comes through `onEnd`. */
  stop: () => void;
}

/**
 * Begins to record what is said. It ends after five minutes, when the page goes out of sight, and when the microphone
 * is taken away; whatever was recorded until then comes through `onEnd`, once.
 * @throws {DOMException} `NotAllowedError` and the like, where there is no microphone to be had.
 */
export async function record(onEnd: (note: Blob | null) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_PER_SECOND,
    ...(type ? { mimeType: type } : {}),
  });
  const pieces: Blob[] = [];
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const hidden = () => document.hidden && stop();
  const timer = setTimeout(stop, LONGEST_NOTE);
  recorder.ondataavailable = ({ data }) => {
    if (data.size > 0) pieces.push(data);
  };
  recorder.onstop = () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', hidden);
    for (const track of stream.getTracks()) track.stop();
    onEnd(pieces.length > 0 ? new Blob(pieces, { type: recorder.mimeType }) : null);
  };
  document.addEventListener('visibilitychange', hidden);
  recorder.start(PIECE);
  return { stop };
}
