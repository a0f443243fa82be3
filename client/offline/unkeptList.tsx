import './waitingRows.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { Button } from '../ui/button.tsx';
import { keepOrSend, sendOrPrepare } from './keepOrSend.ts';
import type { FileToKeep } from './keptFiles.ts';
import { SaveLink } from './saveKept.tsx';
import { leavePage, type Unkept, unkeptUnder } from './unkept.ts';

const words = t.offline;

/** Photographs and sounds for which there was no room, each to be saved elsewhere, tried again, or let go. */
export function UnkeptList({ under }: { under: string }) {
  const here = unkeptUnder(under);
  if (here.length === 0) return null;
  return (
    <ul class="waiting-rows">
      {here.map((one) => (
        <One key={one.waiting.commandId} one={one} />
      ))}
    </ul>
  );
}

function One({ one }: { one: Unkept }) {
  const { waiting, sentence, why } = one;
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    if (await keepOrSend(waiting, sentence).finally(() => setBusy(false))) sendOrPrepare();
  };
  return (
    <li>
      <strong>{waiting.what}</strong>
      <p class="note" data-tone="danger" role="alert">
        {words.notKept[why]} {words.inPage}
      </p>
      {(waiting.files ?? []).map((file) => (
        <Held key={file.key} file={file} what={waiting.what} />
      ))}
      <div class="buttons">
        <Button busy={busy} label={`${words.tryAgain}: ${waiting.what}`} onPress={again}>
          {words.tryAgain}
        </Button>
        <Button
          kind="danger"
          label={`${words.drop}: ${waiting.what}`}
          onPress={() => leavePage(waiting.commandId)}
        >
          {words.drop}
        </Button>
      </div>
    </li>
  );
}

function Held({ file: { blob, kind }, what }: { file: FileToKeep; what: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (address === null) return null;
  return (
    <div class="held">
      {kind === 'photograph' && <img src={address} alt={what} decoding="async" />}
      <SaveLink address={address} kind={kind} />
    </div>
  );
}
