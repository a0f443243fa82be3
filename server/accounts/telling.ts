import type { Kysely } from 'kysely';
import type { Language } from '../../shared/language.ts';
import { topicOf } from '../../shared/notices/preferences.ts';
import type { Invitation } from '../calendars/icalendar.ts';
import { preferencesOf } from './noticePreferences.ts';
import { addNotice, type NewNotice } from './notices.ts';
import { addMail, addPush } from './outbox.ts';
import { devicesOf } from './pushSubscriptions.ts';
import type { AccountsTables } from './tables.ts';

/** A notice in words. */
export interface NoticeText {
  /** A few words: a mail's subject, a push's title. */
  subject: string;
  /** All that a push says. */
  sentence: string;
  /** What somebody wrote about it; never in a push. */
  reason: string | null;
  /** The sentence with the reason. */
  inFull: string;
  /** The whole of a mail. */
  mail: string;
  /** Page that shows it, from the origin on. */
  path: string;
  /** Members whose words or names are in the mail: their erasure takes it, if it has not left. */
  about: readonly string[];
}

/** A booking for a member's calendar, and the mail around it. */
export interface InvitationText {
  subject: string;
  mail: string;
  invitation: Invitation;
}

/** The same in any of the languages. */
export type Told<Text> = (language: Language) => Text;

interface Surroundings {
  now: Date;
  mailConfigured: boolean;
}

/**
 * Tells a member by each way that they want, within one transaction: the same id again changes nothing. Without
 * words only the program's own list has it.
 */
export async function tell(
  executor: Kysely<AccountsTables>,
  notice: NewNotice,
  words: Told<NoticeText> | undefined,
  { now, mailConfigured }: Surroundings,
): Promise<void> {
  const { id, memberId } = notice;
  const wanted = (await preferencesOf(executor, memberId))[topicOf(notice.kind)];
  // What was told already left by every way: the outbox forgets its keys after a while, the list never.
  if (wanted.program && !(await addNotice(executor, notice, now))) return;
  if (words === undefined || !(wanted.mail || wanted.push)) return;
  const { subject, sentence, mail, about, path } = words(await languageOf(executor, memberId));
  if (wanted.mail) {
    const outgoing = { key: `notice:${id}`, memberId, about, subject, body: mail };
    await addMail(executor, outgoing, now, mailConfigured);
  }
  if (!wanted.push) return;
  for (const { id: subscriptionId } of await devicesOf(executor, memberId)) {
    const key = `push:${id}:${subscriptionId}`;
    await addPush(executor, { key, memberId, subscriptionId, subject, body: sentence, path }, now);
  }
}

/** Puts a booking into the calendar of a member who wants invitations, by mail. */
export async function invite(
  executor: Kysely<AccountsTables>,
  { key, memberId }: { key: string; memberId: string },
  words: Told<InvitationText>,
  { now, mailConfigured }: Surroundings,
): Promise<void> {
  if (!(await preferencesOf(executor, memberId)).invitations.mail) return;
  const { subject, mail, invitation } = words(await languageOf(executor, memberId));
  await addMail(executor, { key, memberId, subject, body: mail, invitation }, now, mailConfigured);
}

/** The language in which a member is written to. */
export async function languageOf(executor: Kysely<AccountsTables>, memberId: string): Promise<Language> {
  const row = await executor
    .selectFrom('profile')
    .select('language')
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return row?.language?.startsWith('es') ? 'es' : 'en';
}
