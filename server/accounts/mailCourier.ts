import { type Invitation, invitationText } from '../calendars/icalendar.ts';
import type { AccountsDatabase } from './database.ts';
import type { Mailer } from './mailer.ts';
import type { Courier } from './outbox.ts';

/** Stands in for an address where a member has none. */
export const NO_MAIL_DOMAIN = '@members.invalid';
/** With the outbox's pauses: given up after about two days. */
const MAXIMUM_ATTEMPTS = 55;

/** Mails what waits to the address that the member has at that moment. */
export function mailCourierOf({ kysely }: AccountsDatabase, mailer: Mailer): Courier {
  return {
    channel: 'mail',
    maximumAttempts: MAXIMUM_ATTEMPTS,
    deliver: async ({ key, memberId, subject, body, attached }) => {
      const row = await kysely
        .selectFrom('user')
        .select(['email', 'name'])
        .where('id', '=', memberId)
        .executeTakeFirst();
      if (!row || row.email.endsWith(NO_MAIL_DOMAIN)) return 'givenUp';
      const { invitation }: { invitation?: Invitation } = JSON.parse(attached);
      const calendar = invitation && {
        method: invitation.method,
        text: invitationText(invitation, { organiserEmail: mailer.sender, attendee: row }),
      };
      await mailer.send({ key, to: row.email, subject, body, ...(calendar ? { calendar } : {}) });
      return 'sent';
    },
    close: () => mailer.close(),
  };
}
