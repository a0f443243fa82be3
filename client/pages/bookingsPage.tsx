import { useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import { BookingRow } from '../bookings/bookingRow.tsx';
import { ahead, behind, topicsOf } from '../bookings/mine.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { deferred } from '../frame/deferred.tsx';
import { useResource } from '../resource.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { ZoneLines } from '../ui/zoneLine.tsx';
import { bookingList } from '../views.ts';

const words = t.bookings;
const BookingDialog = deferred(async () => (await import('../bookings/bookingDialog.tsx')).BookingDialog);

/** One's own bookings: ahead, and over for two weeks. */
export function BookingsPage() {
  const bookings = useResource('/api/me/bookings', bookingList, topicsOf);
  const now = useNow(bookings.refetch);
  const [open, setOpen] = useState<BookingView | null>(null);
  const find = <ButtonLink href="/machines?free=now">{words.find}</ButtonLink>;
  return (
    <PageFrame title={words.title} action={find}>
      <Shown resource={bookings}>
        {({ bookings: all }) => (
          <>
            <ZoneLines timeZones={all.map(({ timeZone }) => timeZone)} now={now} />
            <PageSection title={words.upcoming}>
              <Rows bookings={ahead(all)} now={now} none={words.noneAhead} onOpen={setOpen} />
            </PageSection>
            <PageSection title={words.past}>
              <Rows bookings={behind(all)} now={now} none={words.nonePast} onOpen={setOpen} />
            </PageSection>
          </>
        )}
      </Shown>
      {open && <BookingDialog booking={open} onClose={() => setOpen(null)} onChanged={bookings.refetch} />}
    </PageFrame>
  );
}

interface RowsProps {
  bookings: BookingView[];
  now: number;
  none: string;
  onOpen: (booking: BookingView) => void;
}

function Rows({ bookings, now, none, onOpen }: RowsProps) {
  if (bookings.length === 0) return <EmptyState text={none} />;
  return (
    <ul class="rows">
      {bookings.map((booking) => (
        <BookingRow key={booking.bookingId} booking={booking} now={now} onOpen={onOpen} />
      ))}
    </ul>
  );
}
