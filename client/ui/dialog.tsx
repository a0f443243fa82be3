import './dialog.css';
import { IconX } from '@tabler/icons-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { Button } from './button.tsx';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** Drawn while it is open; takes the focus and gives it back. Escape and a press beside it close it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="head">
        <h2 id={heading}>{title}</h2>
        <Button kind="quiet" label={t.words.close} onPress={onClose}>
          <IconX aria-hidden="true" />
        </Button>
      </div>
      <div class="body">{children}</div>
    </dialog>
  );
}
