import './objections.css';
import type { Objection } from '../../shared/bookings/rules.ts';
import type { Interval } from '../../shared/time.ts';
import { t } from '../catalogue/text.ts';
import { wallIn } from '../time/zone.ts';
import { shortDate, spanIn } from '../time.ts';
import { Button } from './button.tsx';

export interface ObjectionsProps {
  objections: readonly Objection[];
  nearest: Interval | null;
  /** Of the workshop: the nearest slot is told in its wall time. */
  timeZone: string;
  /** Takes the nearest slot; without it no button is drawn. */
  onTake?: (nearest: Interval) => void;
  busy?: boolean;
  /** The words on the button; by default "Book Sun 22 Nov 18:00–20:00 instead". */
  takeLabel?: (when: string) => string;
}

/** A slot in the workshop's wall time: `Sun 22 Nov 18:00–20:00`. A time that comes twice that day names its offset. */
export const slotInWords = ({ start, end }: Interval, timeZone: string): string =>
  t.time.moment(shortDate(wallIn(start, timeZone).date), spanIn(start, end, timeZone));

/** Everything that stands against a command, as sentences, and the nearest allowed slot as the main button. */
export function Objections(props: ObjectionsProps) {
  const { objections, nearest, timeZone, onTake, busy = false, takeLabel = t.words.takeNearest } = props;
  return (
    <div class="objections" role="alert">
      <p class="against">{t.words.standsAgainst}</p>
      <ul>
        {objections.map((objection) => (
          <li key={`${objection.rule} ${objection.message}`}>{objection.message}</li>
        ))}
      </ul>
      {nearest && onTake && (
        <Button kind="main" busy={busy} onPress={() => onTake(nearest)}>
          {takeLabel(slotInWords(nearest, timeZone))}
        </Button>
      )}
    </div>
  );
}
