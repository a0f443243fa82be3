import type { Language } from '../../shared/language.ts';
import type { InvitationText } from '../accounts/telling.ts';
import { isErased } from '../members/queries.ts';
import { slotText } from '../notices/moments.ts';
import { wordsOf } from '../notices/words.ts';
import type { Consequences, Reaction } from '../reactions/reaction.ts';
import type { ViewsReader } from '../views/reader.ts';
import { workshopById } from '../workshops/queries.ts';
import { ownEntry } from './describe.ts';
import type { Invitation } from './icalendar.ts';
import { entryById, type KnownEntry } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Keeps the calendars of members in step who have invitations mailed to them; also with what they do themselves. */
export const inviteHolder = (url: string): Reaction => ({
  name: 'inviteHolder',
  on: [
    'BookingPlaced',
    'BookingMoved',
    'BookingResized',
    'BookingConfirmed',
    'BookingReinstated',
    'BookingPassed',
    'UseHandedOver',
    'BookingDeclined',
    'BookingLapsed',
    'BookingCancelled',
    'BookingMissed',
  ],
  react({ data }, { views, now }) {
    if (!('bookingId' in data && 'memberId' in data)) return NOTHING;
    const entry = entryById(views, data.bookingId);
    // A walk-up begins at once: it needs no place in anybody's calendar. Nor does what is over.
    if (!entry || entry.end <= now || ('walkUp' in data && data.walkUp)) return NOTHING;
    const method = entry.status === 'cancelled' ? 'CANCEL' : 'REQUEST';
    const told: { memberId: string; method: Invitation['method'] }[] =
      'toMemberId' in data
        ? [
            { memberId: data.memberId, method: 'CANCEL' },
            { memberId: data.toMemberId, method },
          ]
        : [{ memberId: data.memberId, method }];
    const invitations = told
      .filter(({ memberId }) => !isErased(views, memberId))
      .map((one) => ({
        memberId: one.memberId,
        words: (language: Language) => invitationOf(views, entry, { url, language, method: one.method }),
      }));
    return { ...NOTHING, invitations };
  },
});

function invitationOf(
  views: ViewsReader,
  known: KnownEntry,
  { url, language, method }: { url: string; language: Language; method: Invitation['method'] },
): InvitationText {
  const words = wordsOf(language);
  const workshop = workshopById(views, known.workshopId);
  const entry = ownEntry(known, { views, url, words });
  const where = { locale: words.locale, timeZone: workshop?.timeZone ?? 'UTC' };
  const tell = method === 'CANCEL' ? words.calledOff : words.invited;
  const subject = tell(entry.summary, slotText(known, where));
  return {
    subject,
    mail: `${subject}\n\n${url}/bookings\n\n--\n${words.foot(`${url}/me#notices`)}`,
    invitation: { method, entry, organiser: workshop?.name ?? words.aWorkshop },
  };
}
