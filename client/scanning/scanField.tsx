import './scanning.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

/** Whether what is typed now has no other place to go. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog') !== null;

export interface ScanFieldProps {
  label: string;
  hint?: string;
  /** On the button beside it: `Find`. */
  go: string;
  busy?: boolean;
  /** A new number brings the focus back. */
  turn: number;
  onCode: (code: string) => void;
}

/** What is scanned goes in here, wherever one has pressed before: a scanner types like a keyboard and ends with Enter. */
export function ScanField({ label, hint, go, busy = false, turn, onCode }: ScanFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    // After the page's heading has had the focus, as on every page.
    const timer = setTimeout(() => field.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, [turn]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isWriting = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isWriting && event.key !== ' ' && !isElsewhere(event.target)) field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const submit = () => {
    const code = typed.trim();
    if (code === '' || busy) return;
    setTyped('');
    onCode(code);
  };
  return (
    <form
      class="scan-field"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={label} hint={hint}>
        {(control) => (
          <input
            {...control}
            ref={field}
            type="text"
            autocomplete="off"
            autocorrect="off"
            spellcheck={false}
            enterKeyHint="search"
            maxLength={200}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy}>
        {go}
      </Button>
    </form>
  );
}
