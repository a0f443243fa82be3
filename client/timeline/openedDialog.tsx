import { useState } from 'preact/hooks';
import { addressOf } from '../addresses.ts';
import { BookingDetails } from '../booking/bookingDetails.tsx';
import type { FormIntent } from '../booking/bookingForm.tsx';
import { BookingForm } from '../booking/bookingForm.tsx';
import { spanInWords } from '../booking/moments.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { State } from '../ui/state.tsx';
import type { Board, BoardRow } from './board.ts';
import type { Opened } from './opened.ts';
import { Taken } from './taken.tsx';
import { findBooking } from './useProposals.ts';

export interface OpenedDialogProps {
  opened: Opened;
  board: Board;
  onChanged: (row: BoardRow) => void;
  onClose: () => void;
}

/** The form for a free stretch, the details of a booking and its form, or why a machine is out. */
export function OpenedDialog({ opened, board, onChanged, onClose }: OpenedDialogProps) {
  const [editing, setEditing] = useState<'move' | 'resize' | 'correct' | null>(null);
  const { row } = opened;
  const { machine } = row;
  const index = board.rows.findIndex(({ key }) => key === row.key);
  const booking = opened.kind === 'booking' ? findBooking(board, index, opened.bookingId) : undefined;
  const intent: FormIntent | null =
    opened.kind === 'gap'
      ? { act: 'place', start: opened.start, end: opened.end }
      : booking && editing
        ? { act: editing, booking }
        : null;
  if (intent) {
    return (
      <Dialog title={t.booking.titles[intent.act](machine.name)} onClose={onClose}>
        <BookingForm
          machine={machine}
          timeZone={board.timeZone}
          intent={intent}
          onCancel={onClose}
          onDone={(reply) => {
            onChanged(row);
            if (reply) onClose();
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={machine.name} onClose={onClose}>
      {opened.kind === 'outage' && <Outage board={board} opened={opened} />}
      {opened.kind === 'taken' && (
        <Taken
          board={board}
          opened={opened}
          onLifted={() => {
            onChanged(row);
            onClose();
          }}
        />
      )}
      {opened.kind === 'booking' && !booking && <p>{t.timeline.gone}</p>}
      {booking && (
        <BookingDetails
          booking={booking}
          onEdit={setEditing}
          onChanged={() => {
            onChanged(row);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function Outage({ board, opened }: { board: Board; opened: Extract<Opened, { kind: 'outage' }> }) {
  const { row, outageId } = opened;
  const outage = row.outages.find(({ view }) => view.outageId === outageId);
  if (!outage) return <p>{t.timeline.gone}</p>;
  return (
    <>
      <State kind="out">{t.care.outageKinds[outage.view.kind]}</State>
      {outage.view.reason && <p>{outage.view.reason}</p>}
      <p>
        {outage.view.end === null ? (
          t.timeline.outageNobodyKnows
        ) : (
          <time>{spanInWords(board.days, outage.start, outage.end)}</time>
        )}
      </p>
      <ButtonLink href={addressOf.machine(row.machine.machineId)}>{t.booking.details.toMachine}</ButtonLink>
    </>
  );
}
