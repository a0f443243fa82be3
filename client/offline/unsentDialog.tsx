import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { momentHere, numberInWords } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toasts.ts';
import {
  dropUnsent,
  sendAgain,
  sendingNow,
  sendUnsent,
  somethingWaits,
  type Unsent,
  unsent,
  unsentBytes,
} from './unsent.ts';

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

function stateOf({ place, refusal, at }: Unsent): string {
  if (refusal !== null) return words.refused(refusal);
  return sendingNow.value === place ? words.sending : words.waiting(momentHere(at, Date.now()));
}

function Row({ row, onClose }: { row: Unsent; onClose: () => void }) {
  const drop = async () => {
    await dropUnsent(row.place);
    showToast(words.dropped);
    onClose();
  };
  return (
    <li class="unsent-row">
      <strong>{row.what}</strong>
      <p>{stateOf(row)}</p>
      <div class="actions">
        {row.refusal !== null && <Button onPress={() => sendAgain(row)}>{words.again}</Button>}
        <ButtonLink href={row.page}>{words.page}</ButtonLink>
        <Button kind="danger" label={`${words.drop}: ${row.what}`} onPress={drop}>
          {words.drop}
        </Button>
      </div>
    </li>
  );
}
