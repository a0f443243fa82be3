import { t } from '../catalogue/workshopTexts.ts';
import { addDays } from '../time/wall.ts';
import { instantOf } from '../time/zone.ts';
import { TextField } from '../ui/field.tsx';

/** The instant at which a last whole day is over; null where none is named. */
export const afterDay = (day: string, timeZone: string) =>
  day ? instantOf(addDays(day, 1), '00:00', timeZone) : null;

/** The last day of something that may also have no end. */
export function UntilField(props: {
  day: string;
  /** What no day means here; by default that somebody ends it. */
  hint?: string;
  error?: string | undefined;
  onDay: (day: string) => void;
}) {
  return (
    <TextField
      label={`${t.people.untilField} (${t.words.optional})`}
      hint={props.hint ?? t.people.untilHint}
      type="date"
      value={props.day}
      error={props.error}
      onValue={props.onDay}
    />
  );
}
