import { useEffect, useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import { tryOut } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { RequestFailed } from '../problem.ts';
import { laterBy } from '../time/zone.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.use;
const STEPS = [15, 30, 60];
const MINUTE = 60_000;

interface Allowed {
  of: string;
  steps: number[];
  /** Why even the shortest is not allowed. */
  against: string | null;
}

/** The steps by which a session can be made longer now, as the rules say when they are asked. */
function useAllowed(booking: BookingView, seen: unknown): Allowed | null {
  const [known, setKnown] = useState<Allowed | null>(null);
  const { machineId, bookingId, end, revision } = booking;
  const of = `${bookingId} ${revision}`;
  useEffect(() => {
    let isShown = true;
    const ask = async (step: number): Promise<string | null> => {
      try {
        await tryOut(
          'post',
          pathOf(machineId, bookingId),
          { end: endAfter(end, step) },
          { ifMatch: revision },
        );
        return null;
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        return error.objections.map(({ message }) => message).join(' ') || words.notLonger;
      }
    };
    Promise.all(STEPS.map(ask)).then((against) => {
      if (!isShown) return;
      const steps = STEPS.filter((_, index) => against[index] === null);
      setKnown({ of, steps, against: steps.length > 0 ? null : (against[0] ?? null) });
    });
    return () => {
      isShown = false;
    };
  }, [of, seen]);
  return known?.of === of ? known : null;
}

const pathOf = (machineId: string, bookingId: string) =>
  `/api/machines/${machineId}/bookings/${bookingId}/extend`;
const endAfter = (end: string, minutes: number) => new Date(Date.parse(end) + minutes * MINUTE).toISOString();

export interface ExtendProps {
  booking: BookingView;
  today: string;
  /** Whatever may change the answer: asked anew when it does. */
  seen: unknown;
  onChanged: () => void;
}

/** Longer by a quarter, half or a whole hour: only what the rules allow is offered. */
export function Extend({ booking, today, seen, onChanged }: ExtendProps) {
  const allowed = useAllowed(booking, seen);
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, bookingId, end, revision, timeZone } = booking;
  if (!allowed) return null;
  if (allowed.against !== null) return <p class="soft">{allowed.against}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own here.
    <div class="extend" role="group" aria-label={words.extend}>
      {allowed.steps.map((step) => {
        const until = moment(laterBy(end, step, timeZone), today);
        return (
          <Button
            key={step}
            busy={busy}
            label={words.extendLabel(`+${t.time.minutes(step)}`, until)}
            onPress={() =>
              give({
                method: 'post',
                path: pathOf(machineId, bookingId),
                body: { end: endAfter(end, step) },
                ifMatch: revision,
                done: words.extended(until),
                after: onChanged,
              })
            }
          >
            {`+${t.time.minutes(step)}`}
          </Button>
        );
      })}
    </div>
  );
}
