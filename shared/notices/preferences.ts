import { z } from 'zod';

/** Ways by which a notice reaches its member. */
export const channel = z.enum(['program', 'mail', 'push']);
export type Channel = z.infer<typeof channel>;

const everyWay = z.strictObject({ program: z.boolean(), mail: z.boolean(), push: z.boolean() });
const byMail = z.strictObject({ mail: z.boolean() });

/** What a member wants to hear of, and by which ways. The weekly digest and invitations come by mail alone. */
export const noticePreferences = z.strictObject({
  /** What others, or later facts, did to one's bookings. */
  bookings: everyWay,
  /** What is held for one from the waiting list. */
  held: everyWay,
  /** Loans due tomorrow, overdue, wanted back. */
  loans: everyWay,
  /** Others ask for one's agreement: to supervise, to approve. */
  asked: everyWay,
  /** Inductions, and competences granted, withdrawn or running out. */
  competences: everyWay,
  /** Memberships, roles and pauses. */
  membership: everyWay,
  /** Faults and care of the machines that one looks after. */
  care: everyWay,
  /** What others suggest, report and decide about one's designs, and about what one wrote there. */
  designs: everyWay,
  /** A booking starts within the hour. */
  reminders: everyWay,
  /** Mondays at eight, workshop time. */
  digest: byMail,
  /** One's own bookings as calendar invitations, with updates and cancellations. */
  invitations: byMail,
});
export type NoticePreferences = z.infer<typeof noticePreferences>;
export type NoticeTopic = keyof NoticePreferences;

const told = { program: true, mail: true, push: true };
const shown = { program: true, mail: false, push: false };
const mailed = { program: true, mail: true, push: false };
const off = { program: false, mail: false, push: false };

/** On unless switched off: what changes one's booking or loan and what is held for one. */
export const defaultPreferences: NoticePreferences = {
  bookings: told,
  held: told,
  loans: told,
  asked: told,
  competences: shown,
  membership: shown,
  care: shown,
  designs: mailed,
  reminders: off,
  digest: { mail: true },
  invitations: { mail: false },
};

/** The topic of every kind of notice, by how the kind's name begins; the first that fits. */
const TOPICS: readonly (readonly [beginning: string, topic: NoticeTopic])[] = [
  ['BookingStartsSoon', 'reminders'],
  ['SupervisionAsked', 'asked'],
  ['ApprovalAsked', 'asked'],
  ['Booking', 'bookings'],
  ['Use', 'bookings'],
  ['Slot', 'held'],
  ['Hold', 'held'],
  ['Waiting', 'held'],
  ['Loan', 'loans'],
  ['Item', 'loans'],
  ['Competence', 'competences'],
  ['Induction', 'competences'],
  ['Fault', 'care'],
  ['Repair', 'care'],
  ['Maintenance', 'care'],
  ['Outage', 'care'],
  ['ThingProblem', 'care'],
  ['ThingSafety', 'care'],
  ['Stock', 'care'],
  ['Suggestion', 'designs'],
  ['Problem', 'designs'],
  ['SafetyProblem', 'designs'],
  ['Question', 'designs'],
  ['Maintainer', 'designs'],
  ['SubDesign', 'designs'],
];

/** The topic under which a kind of notice is switched. */
export function topicOf(kind: string): Exclude<NoticeTopic, 'digest' | 'invitations'> {
  const topic = TOPICS.find(([beginning]) => kind.startsWith(beginning))?.[1];
  return topic === undefined || topic === 'digest' || topic === 'invitations' ? 'membership' : topic;
}
