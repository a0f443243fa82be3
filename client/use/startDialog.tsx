import type { BookingView } from '../../shared/bookings/views.ts';
import { machineView } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { todayIn } from '../time/zone.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Shown } from '../ui/shown.tsx';
import { StartForm } from './startForm.tsx';

export interface StartDialogProps {
  booking: BookingView;
  now: number;
  onClose: () => void;
  onStarted: () => void;
}

/** Starts a booking away from its machine's page: the safety card comes first. */
export function StartDialog({ booking, now, onClose, onStarted }: StartDialogProps) {
  const { machineId, machineName, bookingId, timeZone } = booking;
  const machine = useResource(`/api/machines/${machineId}`, machineView);
  return (
    <Dialog title={t.use.startTitle(machineName)} onClose={onClose}>
      <Shown resource={machine}>
        {(shown) => (
          <StartForm
            machine={shown}
            bookingId={bookingId}
            freeUntil={null}
            today={todayIn(timeZone, now)}
            onDone={() => {
              onClose();
              onStarted();
            }}
          />
        )}
      </Shown>
    </Dialog>
  );
}
