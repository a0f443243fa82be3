import './booking.css';
import {
  IconArrowsHorizontal,
  IconArrowsMove,
  IconBackspace,
  IconFlag,
  IconPencil,
  IconUserShare,
} from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import { BookingState } from '../bookings/bookingState.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { dateOf, durationOf, longDate, span } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Objections } from '../ui/objections.tsx';
import { PersonChoice } from '../use/personChoice.tsx';
import { type BookingAct, giveAct, type Verdict } from './acts.ts';
import { holderInWords, tellDone } from './tell.ts';

export interface BookingDetailsProps {
  booking: BookingView;
  /** Opens the form for it. */
  onEdit: (act: 'move' | 'resize' | 'correct') => void;
  /** It was cancelled or taken again (or that was undone): read the views anew. */
  onChanged: () => void;
}

/** A booking in words, with Move, Change length, Cancel and Correct for its holder. Stands in a `Dialog` or on a page. */
export function BookingDetails({ booking, onEdit, onChanged }: BookingDetailsProps) {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const when = span(booking.start, booking.end);

  const give = async (act: BookingAct) => {
    setBusy(true);
    const outcome = await giveAct(act);
    setBusy(false);
    setVerdict(outcome);
    if (outcome.verdict === 'accepted')
      tellDone(act.act, booking.machineName, when, outcome.reply, onChanged);
    if (outcome.verdict === 'accepted' || outcome.verdict === 'stale') onChanged();
  };

  return (
    <div class="booking-details">
      <p class="booking-when">
        <span>{longDate(dateOf(booking.start))}</span>
        <time>{when}</time>
        <span class="soft">{durationOf(booking.start, booking.end)}</span>
      </p>
      <dl class="booking-facts">
        <dt>{t.booking.details.who}</dt>
        <dd>{booking.mine ? t.booking.details.yours : holderInWords(booking)}</dd>
        {booking.purpose && (
          <>
            <dt>{t.booking.details.purpose}</dt>
            <dd>{booking.purpose}</dd>
          </>
        )}
        {booking.supervisor && (
          <>
            <dt>{t.booking.details.state}</dt>
            <dd>{t.use.supervisedBy(booking.supervisor.name ?? t.words.formerMember)}</dd>
          </>
        )}
        {(booking.status !== 'placed' || booking.over) && (
          <>
            <dt>{t.booking.details.state}</dt>
            <dd>{booking.status === 'placed' ? t.booking.details.over : t.use.statuses[booking.status]}</dd>
          </>
        )}
      </dl>
      <BookingState booking={booking} now={Date.now()} />
      {booking.overridden && (
        <p class="soft">
          {t.use.overridden(t.words.and(booking.overridden.rules.map((rule) => t.words.marks[rule])))}
          {booking.overridden.reason && ` ${t.story.quote(booking.overridden.reason)}`}
        </p>
      )}
      {booking.marks.length > 0 && (
        <ul class="booking-marks">
          {booking.marks.map((rule) => (
            <li key={rule}>
              <IconFlag aria-hidden="true" /> {t.booking.marked[rule]}
            </li>
          ))}
        </ul>
      )}
      {verdict?.verdict === 'refused' && (
        <Objections objections={verdict.objections} nearest={verdict.nearest} timeZone={booking.timeZone} />
      )}
      {(verdict?.verdict === 'stale' || verdict?.verdict === 'failed') && (
        <p role="alert">{verdict.sentence}</p>
      )}
      {booking.mine ? (
        <OwnButtons booking={booking} busy={busy} onEdit={onEdit} onGive={give} onChanged={onChanged} />
      ) : (
        <p class="soft">{t.booking.details.nothingToDo}</p>
      )}
      <ButtonLink kind="quiet" href={`/machines/${booking.machineId}`}>
        {t.booking.details.toMachine}
      </ButtonLink>
    </div>
  );
}

function OwnButtons(props: {
  booking: BookingView;
  busy: boolean;
  onEdit: BookingDetailsProps['onEdit'];
  onGive: (act: BookingAct) => void;
  onChanged: () => void;
}) {
  const { booking, busy, onEdit, onGive, onChanged } = props;
  const [passing, setPassing] = useState(false);
  const words = t.booking.details;
  const { machineId, bookingId, timeZone, revision, status } = booking;
  if (status === 'started' || status === 'declined' || status === 'lapsed' || status === 'missed')
    return null;
  if (booking.status === 'cancelled')
    return (
      <div class="booking-buttons">
        {!booking.over && (
          <Button kind="main" busy={busy} onPress={() => onGive({ act: 'reinstate', booking })}>
            {words.reinstate}
          </Button>
        )}
      </div>
    );
  if (booking.over)
    return (
      <div class="booking-buttons">
        <Button kind="main" onPress={() => onEdit('correct')}>
          <IconPencil aria-hidden="true" /> {words.correct}
        </Button>
      </div>
    );
  return (
    <div class="booking-buttons">
      <Button onPress={() => onEdit('move')}>
        <IconArrowsMove aria-hidden="true" /> {words.move}
      </Button>
      <Button onPress={() => onEdit('resize')}>
        <IconArrowsHorizontal aria-hidden="true" /> {words.resize}
      </Button>
      {!passing && (
        <Button onPress={() => setPassing(true)}>
          <IconUserShare aria-hidden="true" /> {t.use.pass}
        </Button>
      )}
      <Button kind="danger" busy={busy} onPress={() => onGive({ act: 'cancel', booking })}>
        <IconBackspace aria-hidden="true" /> {words.cancel}
      </Button>
      {passing && (
        <PersonChoice
          machineId={machineId}
          timeZone={timeZone}
          text={t.use.passText}
          submitLabel={t.use.pass}
          ask={(person) => ({
            method: 'post',
            path: `/api/machines/${machineId}/bookings/${bookingId}/pass`,
            body: { memberId: person.memberId },
            ifMatch: revision,
            done: t.use.passed(person.name),
            after: onChanged,
          })}
        />
      )}
    </div>
  );
}
