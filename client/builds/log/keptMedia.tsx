import { useEffect, useState } from 'preact/hooks';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { keptBlob } from '../../offline/keptFiles.ts';

/** Addresses of what this browser keeps; the server's name for it is not known yet. */
function useKept(key: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (key === null) return;
    let made: string | null = null;
    let isShown = true;
    keptBlob(key)
      .then((blob) => {
        if (blob === null || !isShown) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      isShown = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [key]);
  return address;
}

interface MediaProps {
  /** The id of a file; or the key under which this browser keeps it. */
  file: string;
  kept: boolean;
  label: string;
}

/** A photograph of the log, small; a press opens it whole. */
export function LogPicture({ file, kept, label }: MediaProps) {
  const here = useKept(kept ? file : null);
  const address = kept ? here : addressOfFile(file);
  if (address === null) return <span class="log-picture" role="img" aria-label={label} />;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      <img class="log-picture" src={address} alt={label} loading="lazy" decoding="async" />
    </a>
  );
}

/** A voice note, to be heard. */
export function LogSound({ file, kept, label }: MediaProps) {
  const here = useKept(kept ? file : null);
  const address = kept ? here : addressOfFile(file);
  if (address === null) return null;
  // biome-ignore lint/a11y/useMediaCaption: what somebody said in passing has no captions; words can be added to the entry.
  return <audio class="log-sound" controls preload="none" src={address} aria-label={label} />;
}
