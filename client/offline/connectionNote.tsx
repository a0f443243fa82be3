import './connectionNote.css';
import { useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { shownAsOf } from '../resource.ts';
import { momentHere } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { unsent } from './unsent.ts';
import { UnsentDialog } from './unsentDialog.tsx';

const words = t.offline;

/** Says that there is no connection, since when the page is as it is, and how much is unsent. */
export function ConnectionNote() {
  const [open, setOpen] = useState(false);
  const waiting = unsent.value.length;
  const asOf = shownAsOf.value;
  return (
    <>
      {(!online.value || waiting > 0) && (
        <div class="offline">
          {!online.value && (
            <p role="status">{asOf === null ? words.note : words.asOf(momentHere(asOf, Date.now()))}</p>
          )}
          {waiting > 0 && <Button onPress={() => setOpen(true)}>{words.unsent(waiting)}</Button>}
        </div>
      )}
      {open && <UnsentDialog onClose={() => setOpen(false)} />}
    </>
  );
}
