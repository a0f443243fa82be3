import './pictures.css';
import { useEffect, useMemo } from 'preact/hooks';
import { command } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { sendPhotograph } from '../files/send.ts';
import { RequestFailed } from '../problem.ts';
import { FileButton } from '../ui/fileButton.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.machineDetails.photographs;

interface PictureFieldProps {
  /** Chosen, and not sent yet. */
  picture: File | null;
  onPicture: (picture: File) => void;
}

/** A photograph for a machine that is not registered yet. */
export function PictureField({ picture, onPicture }: PictureFieldProps) {
  const address = useMemo(() => picture && URL.createObjectURL(picture), [picture]);
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address]);
  return (
    <div class="stack">
      {address && <img class="chosen-picture" src={address} alt={words.one} />}
      <div>
        <FileButton label={picture ? words.another : words.take} accept="image/*" onFile={onPicture} />
      </div>
    </div>
  );
}

/** Sends the photograph of a machine that was just registered. The machine stands without it; never throws for that. */
export async function showPicture(machineId: string, picture: File): Promise<void> {
  try {
    const { fileId } = await sendPhotograph(picture);
    await command('post', `/api/machines/${machineId}/photographs`, { fileId });
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    showToast(words.later, { tone: 'failed' });
  }
}
