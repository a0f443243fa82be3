import { IconMicrophone, IconPlayerStop } from '@tabler/icons-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../catalogue/buildTexts.ts';
import { FilesButton } from '../../ui/filesButton.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useSecond } from '../../use/useSecond.ts';
import { canRecord, type Recording, record } from './recorder.ts';

const words = t.buildLog;

interface VoiceNoteProps {
  /** What was said, and when it began, milliseconds since 1970. */
  onNote: (note: Blob, at: number) => void;
}

/** Speak, and stop: what was said is kept as sound. Where the browser cannot record, its own recorder is offered. */
export function VoiceNote({ onNote }: VoiceNoteProps) {
  const [running, setRunning] = useState<{ recording: Recording; since: number } | null>(null);
  const [asking, setAsking] = useState(false);
  const [denied, setDenied] = useState(false);
  const latest = useRef(onNote);
  latest.current = onNote;
  // Whoever goes to another page has said what there was to say.
  useEffect(() => () => running?.recording.stop(), [running]);
  if (denied || !canRecord())
    return (
      <FilesButton
        accept="audio/*"
        capture
        label={denied ? words.voiceFile : words.voice}
        icon={<IconMicrophone aria-hidden="true" />}
        onFiles={([file]) => file && onNote(file, Math.min(file.lastModified || Date.now(), Date.now()))}
      />
    );
  const begin = async () => {
    setAsking(true);
    const since = Date.now();
    try {
      const recording = await record((note) => {
        setRunning(null);
        if (note) latest.current(note, since);
      });
      setRunning({ recording, since });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      setDenied(true);
      showToast(words.voiceDenied, { tone: 'failed' });
    } finally {
      setAsking(false);
    }
  };
  if (running) return <Stop since={running.since} onPress={running.recording.stop} />;
  return (
    <button
      type="button"
      class="button"
      aria-disabled={asking || undefined}
      onClick={asking ? undefined : begin}
    >
      <IconMicrophone aria-hidden="true" />
      {words.voice}
    </button>
  );
}

function Stop({ since, onPress }: { since: number; onPress: () => void }) {
  const seconds = Math.max(0, Math.floor((useSecond() - since) / 1000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <button type="button" class="button recording" data-kind="danger" onClick={onPress}>
      <IconPlayerStop aria-hidden="true" />
      <span>{words.voiceStop(time)}</span>
    </button>
  );
}
