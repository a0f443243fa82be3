import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { numberInWords } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sendUnsent, somethingWaits } from './sendUnsent.ts';
import { type Unsent, unsent, unsentBytes } from './unsent.ts';
import { UnsentState } from './unsentState.tsx';

const words = t.offline;

/** What waits here, in order; what was refused can be sent again, mended on its page, or dropped. */
export function UnsentDialog({ onClose }: { onClose: () => void }) {
  const rows = unsent.value;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.text}</p>
      {unsentBytes.value > 0 && <p>{words.megabytes(megabytes(unsentBytes.value))}</p>}
      <ol class="rows">
        {rows.map((row) => (
          <Row key={row.place} row={row} onClose={onClose} />
        ))}
      </ol>
      {online.value && somethingWaits() && (
        <Button kind="main" onPress={sendUnsent}>
          {words.sendNow}
        </Button>
      )}
    </Dialog>
  );
}

/** In megabytes, one place after the point. */
const megabytes = (bytes: number) => numberInWords(Math.max(0.1, Math.round(bytes / 100_000) / 10));

function Row({ row, onClose }: { row: Unsent; onClose: () => void }) {
  return (
    <li class="unsent-row">
      <strong>{row.what}</strong>
      <UnsentState row={row} mayDrop onDropped={onClose}>
        <ButtonLink href={row.page}>{words.page}</ButtonLink>
      </UnsentState>
    </li>
  );
}
