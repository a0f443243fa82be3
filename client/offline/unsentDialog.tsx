import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { momentHere } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toasts.ts';
import { dropUnsent, sendAgain, sendUnsent, type Unsent, unsent } from './unsent.ts';

const words = t.offline;

/** What waits here, in order; what was refused can be sent again, mended on its page, or dropped. */
export function UnsentDialog({ onClose }: { onClose: () => void }) {
  const rows = unsent.value;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.text}</p>
      <ol class="rows">
        {rows.map((row) => (
          <Row key={row.place} row={row} onClose={onClose} />
        ))}
      </ol>
      {online.value && rows.some(({ refusal }) => refusal === null) && (
        <Button kind="main" onPress={sendUnsent}>
          {words.sendNow}
        </Button>
      )}
    </Dialog>
  );
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
      <p>
        {row.refusal === null ? words.waiting(momentHere(row.at, Date.now())) : words.refused(row.refusal)}
      </p>
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
