import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { failureText } from '../failureText.ts';
import { momentHere } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { State } from '../ui/state.tsx';
import { showToast } from '../ui/toasts.ts';
import { behindRefused } from './behind.ts';
import { dropUnsent } from './leaveRow.ts';
import { sendAgain, sendInferring, sendOverNewer } from './sendAgain.ts';
import { sendingNow } from './sendUnsent.ts';
import { type Unsent, unsent } from './unsent.ts';

const words = t.offline;

interface UnsentStateProps {
  row: Unsent;
  /** Also while it merely waits: where it stands among others that can be dropped. */
  mayDrop?: boolean;
  onDropped?: () => void;
  /** Further buttons. */
  children?: ComponentChildren;
}

/** How something stands that waits here: for a signal, for what was told before it, or for the one tap that helps. */
export function UnsentState({ row, mayDrop = false, onDropped, children }: UnsentStateProps) {
  const [busy, setBusy] = useState(false);
  const { refusal, what, place } = row;
  const act = (send: (row: Unsent) => Promise<void>) => async () => {
    setBusy(true);
    try {
      await send(row);
    } catch (error) {
      showToast(failureText(error), { tone: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  const drop = async () => {
    await dropUnsent(place);
    showToast(words.dropped);
    onDropped?.();
  };
  return (
    <>
      {refusal === null ? (
        <Waits row={row} />
      ) : (
        <p class="note" data-tone="danger" role="alert">
          {words.refused(refusal)}
        </p>
      )}
      {row.offer !== null && (
        <Button wide busy={busy} onPress={act(sendInferring)}>
          {words.offer(row.offer)}
        </Button>
      )}
      {(refusal !== null || mayDrop || children) && (
        <div class="buttons">
          {row.stale && (
            <Button busy={busy} onPress={act(sendOverNewer)}>
              {words.over}
            </Button>
          )}
          {refusal !== null && (
            <Button busy={busy} label={`${words.again}: ${what}`} onPress={act(sendAgain)}>
              {words.again}
            </Button>
          )}
          {children}
          {(refusal !== null || mayDrop) && (
            <Button kind="danger" label={`${words.drop}: ${what}`} onPress={drop}>
              {words.drop}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Waits({ row }: { row: Unsent }) {
  const before = behindRefused(row, unsent.value);
  if (before !== null) return <State kind="soon">{words.behind(before.what)}</State>;
  if (sendingNow.value === row.place) return <State kind="soon">{words.sending}</State>;
  return <State kind="soon">{words.waiting(momentHere(row.at, Date.now()))}</State>;
}
