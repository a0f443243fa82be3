import { addressOfFile } from '../../../shared/files/kinds.ts';
import { useKept } from '../../offline/useKept.ts';

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
