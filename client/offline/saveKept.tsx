import { t } from '../catalogue/text.ts';
import type { KeptFile } from './keptFiles.ts';
import { useKept } from './useKept.ts';

interface SaveKeptProps {
  /** Its key. */
  file: string;
  kind: KeptFile['kind'];
}

/** Saves a photograph or sound that could not be sent with the device's own, so that it is not lost. */
export function SaveKept({ file, kind }: SaveKeptProps) {
  const address = useKept(file);
  return address === null ? null : <SaveLink address={address} kind={kind} />;
}

/** As `SaveKept`, for what stands at an address of this page. */
export function SaveLink({ address, kind }: { address: string; kind: KeptFile['kind'] }) {
  return (
    <a
      class="button"
      data-kind="plain"
      href={address}
      download={kind === 'photograph' ? 'photograph' : 'sound'}
    >
      {t.offline.save[kind]}
    </a>
  );
}
