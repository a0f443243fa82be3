import { IconCamera } from '@tabler/icons-preact';
import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';

export interface FileButtonProps {
  label: string;
  /** Of the files that may be chosen: `image/*`. A telephone offers its camera for these. */
  accept: string;
  busy?: boolean;
  onFile: (file: File) => void;
}

/** A button that lets somebody choose a file, or take a photograph. */
export function FileButton({ label, accept, busy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="only-heard"
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button busy={busy === true} onPress={() => input.current?.click()}>
        {accept.startsWith('image') && <IconCamera aria-hidden="true" />}
        {label}
      </Button>
    </>
  );
}
