import './toastRegion.css';
import { IconArrowBackUp, IconX } from '@tabler/icons-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { command } from '../api.ts';
import { t } from '../catalogue/text.ts';
import { failureText } from '../failureText.ts';
import { Button } from './button.tsx';
import { dismissToast, SENTENCE_STANDS, showToast, type Toast, toasts, UNDO_OFFERED } from './toasts.ts';

/** Counts down only while nobody is at it. */
function useLeaving(stands: number, paused: boolean, leave: () => void): void {
  const left = useRef(stands);
  useEffect(() => {
    if (paused) return;
    const began = performance.now();
    const timer = setTimeout(leave, left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2000, left.current - (performance.now() - began));
    };
  }, [paused]);
}

function OneToast({ toast }: { toast: Toast }) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const [busy, setBusy] = useState(false);
  const stands = toast.undo.length > 0 || toast.tone === 'failed' ? UNDO_OFFERED : SENTENCE_STANDS;
  useLeaving(stands, hovered || focused || busy, () => dismissToast(toast.id));

  const takeBack = async () => {
    setBusy(true);
    try {
      for (const { method, path, body, ifMatch } of toast.undo)
        await command(method, path, body, { ifMatch });
      toast.undone?.();
      dismissToast(toast.id);
      showToast(t.frame.undone);
    } catch (error) {
      dismissToast(toast.id);
      showToast(`${t.frame.notUndone} ${failureText(error)}`, { tone: 'failed' });
    }
  };

  return (
    <div
      class="toast"
      data-tone={toast.tone}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <p class="text">{toast.text}</p>
      {toast.undo.length > 0 && (
        <Button busy={busy} onPress={takeBack}>
          <IconArrowBackUp aria-hidden="true" />
          {t.words.undo}
        </Button>
      )}
      <Button kind="quiet" label={t.frame.dismiss} onPress={() => dismissToast(toast.id)}>
        <IconX size={20} aria-hidden="true" />
      </Button>
    </div>
  );
}

/** Stands once in the frame. What appears in it is read out; Undo is reached with the keyboard like any button. */
export function ToastRegion() {
  const shown = toasts.value.length > 0;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-toasts', shown);
  }, [shown]);
  return (
    <section class="toasts" aria-label={t.frame.messages} aria-live="polite" aria-relevant="additions">
      {toasts.value.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}
