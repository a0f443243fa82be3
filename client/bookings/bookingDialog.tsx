import { useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import { machineView } from '../../shared/machines/views.ts';
import { BookingDetails } from '../booking/bookingDetails.tsx';
import { BookingForm } from '../booking/bookingForm.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Shown } from '../ui/shown.tsx';

export interface BookingDialogProps {
  booking: BookingView;
  onClose: () => void;
  /** It was changed, or a change was undone: read the list again. */
  onChanged: () => void;
}

/** A booking's details over the page, and the form for what shall be different. */
export function BookingDialog({ booking, onClose, onChanged }: BookingDialogProps) {
  const [act, setAct] = useState<'move' | 'resize' | 'correct' | null>(null);
  if (act === null)
    return (
      <Dialog title={booking.machineName} onClose={onClose}>
        <BookingDetails
          booking={booking}
          onEdit={setAct}
          onChanged={() => {
            onChanged();
            onClose();
          }}
        />
      </Dialog>
    );
  return (
    <Dialog key={act} title={t.bookings.dialog[act]} onClose={onClose}>
      <EditForm
        booking={booking}
        act={act}
        onCancel={() => setAct(null)}
        onDone={() => {
          onChanged();
          onClose();
        }}
      />
    </Dialog>
  );
}

interface EditFormProps {
  booking: BookingView;
  act: 'move' | 'resize' | 'correct';
  onDone: () => void;
  onCancel: () => void;
}

function EditForm({ booking, act, onDone, onCancel }: EditFormProps) {
  const machine = useResource(`/api/machines/${booking.machineId}`, machineView);
  return (
    <Shown resource={machine}>
      {(shown) => (
        <BookingForm
          machine={shown}
          timeZone={booking.timeZone}
          intent={{ act, booking }}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </Shown>
  );
}
