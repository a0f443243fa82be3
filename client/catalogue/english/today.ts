import { words } from './words.ts';

/** What a notice is told from; a name that nobody may read any more is a general word. */
interface Noticed {
  machine: string;
  workshop: string;
  /** The booking's time, or a date; empty where the notice has none. */
  when: string;
  rule: string;
  office: string;
}

const marks: Record<string, string | undefined> = words.marks;
const marked = (rule: string) => marks[rule]?.toLowerCase() ?? 'something stands against it';

const notices: Record<string, (noticed: Noticed) => string> = {
  BookingMarked: ({ machine, rule }) => `Your booking of ${machine}: ${marked(rule)}.`,
  BookingUnmarked: ({ machine }) => `Nothing stands against your booking of ${machine} any more.`,
  BookingMoved: ({ machine, when }) => `Your booking of ${machine} was moved to ${when}.`,
  BookingResized: ({ machine, when }) => `Your booking of ${machine} was changed to ${when}.`,
  BookingCancelled: ({ machine }) => `Your booking of ${machine} was cancelled.`,
  BookingReinstated: ({ machine }) => `Your cancelled booking of ${machine} stands again.`,
  FaultReported: ({ machine, workshop }) => `Somebody reported a fault of ${machine} in ${workshop}.`,
  OutageDeclared: ({ machine, workshop }) => `Somebody locked ${machine} in ${workshop} as unsafe.`,
  RepairLogged: ({ machine }) => `The fault of ${machine} that you reported is mended.`,
  MaintenanceDue: ({ machine, workshop }) => `Maintenance of ${machine} in ${workshop} is due.`,
  MembershipGranted: ({ workshop }) => `You are in ${workshop} now.`,
  MembershipDeclined: ({ workshop }) => `${workshop} declined your request.`,
  MembershipEnded: ({ workshop }) => `Your membership of ${workshop} has ended.`,
  MemberPaused: ({ workshop, when }) => `You are paused in ${workshop} until ${when}.`,
  PauseLifted: ({ workshop }) => `You can book in ${workshop} again.`,
  CompetenceGranted: ({ workshop }) => `A trainer in ${workshop} confirmed a competence of yours.`,
  CompetenceWithdrawn: ({ workshop }) => `A competence of yours was withdrawn in ${workshop}.`,
  PauseReviewed: ({ workshop }) => `A second steward of ${workshop} has looked at your pause.`,
  InductionMovedUp: ({ workshop, when }) => `You have a place now in the induction in ${workshop}, ${when}.`,
  InductionPlaceTaken: ({ workshop, when }) =>
    `You were given a place in the induction in ${workshop}, ${when}.`,
  InductionPlaceGivenUp: ({ workshop, when }) =>
    `Your place in the induction in ${workshop}, ${when}, was given up.`,
  InductionCancelled: ({ workshop, when }) => `The induction in ${workshop}, ${when}, is cancelled.`,
  RoleAppointed: ({ workshop, office }) => `You are ${office} in ${workshop} now.`,
  RoleRecalled: ({ workshop, office }) => `You are no longer ${office} in ${workshop}.`,
};

export const today = {
  title: 'Today',
  next: 'Next for you',
  running: 'Yours now',
  nothing: 'Nothing is booked. Pick a machine and a time.',
  findFree: 'See what is free',
  starts: (when: string) => `starts ${when}`,
  until: (when: string) => `until ${when}`,
  thenToo: 'Then',
  marked: 'Look at these',
  markedText: 'A later change stands against these bookings. They stay yours; move or cancel them.',
  out: 'Out of order',
  allWell: 'Every machine in your workshops is in order.',
  notices: 'Notices',
  noticesNone: 'No news.',
  read: 'Read',
  readAll: 'Mark all as read',
  aMachine: 'a machine',
  aWorkshop: 'a workshop',
  noticeKinds: notices,
  withReason: (sentence: string, reason: string) => `${sentence} The reason given: ${reason}`,
  otherNotice: 'Something that concerns you has changed.',
  noWorkshop: 'You are in no workshop yet. Join one and its machines are yours to book.',
  toWorkshops: 'See the workshops',
  waiting: (workshop: string) => `${workshop} has your request to join. A steward answers.`,
  steps: {
    title: (workshop: string) => `First steps in ${workshop}`,
    hours: 'Set the opening hours',
    machine: 'Add a machine',
    label: 'Print its label',
    invitation: 'Invite somebody',
    booking: 'Make the first booking',
    done: 'done',
    hide: 'Hide these steps',
  },
};
