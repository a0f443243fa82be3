import { t } from '../catalogue/workshopTexts.ts';
import { Objections } from '../ui/objections.tsx';
import type { Verdict } from './acts.ts';
import type { FormIntent } from './bookingForm.tsx';

export interface AnswerProps {
  verdict: Verdict | null;
  asking: boolean;
  timeZone: string;
  act: FormIntent['act'];
  busy: boolean;
  onTake: (start: number, end: number) => void;
}

/** What the server says to the chosen time: nothing against it, or everything, with the nearest time to take instead. */
export function Answer(props: AnswerProps) {
  const { verdict, asking, timeZone, act, busy, onTake } = props;
  if (verdict === null || verdict.verdict === 'accepted')
    return (
      <p class="booking-answer soft" role="status">
        {asking ? t.booking.asking : ''}
      </p>
    );
  if (verdict.verdict === 'allowed')
    return (
      <p class="booking-answer" data-possible role="status">
        {t.booking.possible}
      </p>
    );
  if (verdict.verdict === 'refused')
    return (
      <Objections
        objections={verdict.objections}
        nearest={verdict.nearest}
        timeZone={timeZone}
        busy={busy}
        takeLabel={t.booking.instead[act]}
        onTake={({ start, end }) => onTake(Date.parse(start), Date.parse(end))}
      />
    );
  return (
    <p class="booking-answer" data-failed role="alert">
      {verdict.sentence}
    </p>
  );
}
