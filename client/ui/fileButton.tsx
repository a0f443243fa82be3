import { IconCamera } from '@tabler/icons-preact';
import { FilesButton } from './filesButton.tsx';

export interface FileButtonProps {
  label: string;
  /** Of the files that may be chosen: `image/*`. A telephone offers its camera for these. */
  accept: string;
  busy?: boolean;
  onFile: (file: File) => void;
}

/** A button that lets somebody choose a file, or take a photograph. */
export function FileButton({ label, accept, busy = false, onFile }: FileButtonProps) {
  const icon = accept.startsWith('image') ? <IconCamera aria-hidden="true" /> : null;
  return (
    <FilesButton
      label={label}
      accept={accept}
      icon={icon}
      busy={busy}
      onFiles={([file]) => file && onFile(file)}
    />
  );
}
