import { useEffect, useMemo, useState } from 'preact/hooks';
import { latestQuestion } from '../timeline/latest.ts';
import { type BookingAct, tryAct, type Verdict } from './acts.ts';

/** Quiet before the server is asked, milliseconds. */
const DELAY = 250;

/**
 * What would become of an act, asked anew whenever it changes, and whenever `seen` does (the calendar that was read: others
 * may have booked); null while that is not known.
 */
export const useTrial = (act: BookingAct | null, seen: unknown): Verdict | null => {
  const [known, setKnown] = useState<{ content: string; verdict: Verdict } | null>(null);
  const content = act === null ? '' : contentOf(act);
  const question = useMemo(
    () =>
      latestQuestion(DELAY, tryAct, (asked: BookingAct, verdict: Verdict) =>
        setKnown({ content: contentOf(asked), verdict }),
      ),
    [],
  );
  useEffect(() => {
    if (act === null) question.drop();
    else question.ask(act);
    return question.drop;
  }, [content, seen]);
  return known !== null && known.content === content ? known.verdict : null;
};

/** What the answer depends on; a purpose or note does not change it. */
const contentOf = (act: BookingAct): string => {
  const times = 'start' in act ? [act.start, act.end] : [];
  const subject =
    act.act === 'place'
      ? [act.machineId, act.memberId ?? '', act.supervisorId ?? '']
      : [act.booking.bookingId, act.booking.revision];
  return [act.act, ...subject, ...times].join(' ');
};
