import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button, type ButtonProps } from './button.tsx';

export interface FilesButtonProps extends Pick<ButtonProps, 'kind' | 'busy'> {
  label: string;
  /** Of the files that may be chosen: `image/*`. */
  accept: string;
  icon: ComponentChildren;
  /** Straight to the camera or the recorder, where the device has one. */
  capture?: boolean;
  /** Any number at once. */
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** A button that lets somebody choose files, or take one with the device. */
export function FilesButton({
  label,
  accept,
  icon,
  capture,
  multiple,
  kind,
  busy,
  onFiles,
}: FilesButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="only-heard"
        type="file"
        accept={accept}
        capture={capture ? 'environment' : undefined}
        multiple={multiple}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button {...(kind ? { kind } : {})} busy={busy === true} onPress={() => input.current?.click()}>
        {icon}
        {label}
      </Button>
    </>
  );
}
