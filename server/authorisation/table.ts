import type { Role } from '../../shared/roles.ts';

/**
 * Who somebody is to a workshop: not signed in, signed in without being in, one of the roles, or the founder (the
 * person who founded it and is still its steward). One person is several at once.
 */
export type Party = 'nobody' | 'stranger' | Role | 'founder';

/**
 * `yes`: always. `own`: what is about oneself (one's own booking, membership, competence). `taught`: only for the
 * competence that one trains.
 */
export type Grant = 'yes' | 'own' | 'taught';

/** What an API key may be made for. Nothing about people, roles or accounts is among it. */
export type KeyScope =
  | 'workshops:read'
  | 'machines:read'
  | 'machines:write'
  | 'bookings:read'
  | 'bookings:write';
export const keyScopes: readonly KeyScope[] = [
  'workshops:read',
  'machines:read',
  'machines:write',
  'bookings:read',
  'bookings:write',
];

export interface Rule {
  /** A party that is not named may not. */
  parties: Partial<Record<Party, Grant>>;
  /** The scope with which an API key may, if its owner may; null: no key may. */
  scope: KeyScope | null;
}

/** Members, whatever else they are. */
const inside = { member: 'yes', trainer: 'yes', host: 'yes', steward: 'yes' } as const;
const insiders = { visitor: 'yes', member: 'yes', trainer: 'yes', host: 'yes', steward: 'yes' } as const;
const signedIn = { stranger: 'yes', ...insiders } as const;
const everybody = { nobody: 'yes', ...signedIn } as const;
const oneself = {
  stranger: 'own',
  visitor: 'own',
  member: 'own',
  trainer: 'own',
  host: 'own',
  steward: 'own',
} as const;
const desk = { host: 'yes', steward: 'yes' } as const;
const stewards = { steward: 'yes' } as const;

const rules = <Action extends string>(table: Record<Action, Rule>): Readonly<Record<Action, Rule>> => table;

/**
 * The one table of authorisation: which party may do what. There is no superuser: running the server gives no row
 * here. What a rule of a decider refuses with a reason (a pause, a missing competence, the last steward) is not
 * forbidden here: people are told why.
 */
export const policy = rules({
  'workshop.read': { parties: everybody, scope: 'workshops:read' },
  /** Whether founding is open, asked or closed is configuration (see workshops/founding.ts). */
  'workshop.found': { parties: signedIn, scope: null },
  'workshop.describe': { parties: stewards, scope: null },
  'workshop.setHours': { parties: stewards, scope: null },
  'workshop.setJoining': { parties: stewards, scope: null },
  'workshop.appoint': { parties: stewards, scope: null },
  'workshop.recall': {
    parties: { steward: 'yes', trainer: 'own', host: 'own' },
    scope: null,
  },
  'workshop.invite': { parties: desk, scope: null },
  /** What waits for somebody on duty. */
  'workshop.readDay': { parties: desk, scope: null },
  'appointments.read': { parties: insiders, scope: null },

  'competence.define': { parties: stewards, scope: null },
  'competence.grant': { parties: { trainer: 'taught', founder: 'own' }, scope: null },
  'competence.withdraw': { parties: { trainer: 'taught', founder: 'own' }, scope: null },

  /** Which competences of other workshops count here, and how long one's own are good for. */
  'competence.recognise': { parties: stewards, scope: null },
  'competence.setValidity': { parties: stewards, scope: null },
  'induction.announce': { parties: { trainer: 'taught' }, scope: null },
  /** Places, attendance, taking a place for somebody. */
  'induction.lead': { parties: { trainer: 'taught' }, scope: null },
  'induction.cancel': { parties: { trainer: 'taught', ...stewards }, scope: null },
  /** A stranger hears from the rules what stands against it. */
  'induction.takePlace': { parties: oneself, scope: null },
  'induction.read': { parties: everybody, scope: 'workshops:read' },
  /** Who comes, by name. */
  'induction.readPeople': { parties: { trainer: 'taught', ...desk }, scope: null },

  'member.join': { parties: oneself, scope: null },
  'member.leave': { parties: oneself, scope: null },
  'member.approve': { parties: stewards, scope: null },
  'member.decline': { parties: stewards, scope: null },
  'member.end': { parties: stewards, scope: null },
  'member.pause': { parties: stewards, scope: null },
  'member.liftPause': { parties: stewards, scope: null },
  'member.reviewPause': { parties: stewards, scope: null },
  /** Those who hold an office, by name. */
  'people.read': { parties: insiders, scope: null },
  /** Everybody by name, with their competences. */
  'people.readAll': { parties: { trainer: 'yes', ...desk }, scope: null },
  /** Pauses with their reasons, and what was written when asking to come in. */
  'people.readConcerns': { parties: desk, scope: null },

  'machine.read': { parties: everybody, scope: 'machines:read' },
  'machine.register': { parties: stewards, scope: 'machines:write' },
  'machine.describe': { parties: stewards, scope: 'machines:write' },
  'machine.setRules': { parties: stewards, scope: 'machines:write' },
  /** Photographs and the manual. */
  'machine.illustrate': { parties: desk, scope: 'machines:write' },
  'machine.noteSetting': { parties: inside, scope: null },
  'machine.retire': { parties: stewards, scope: 'machines:write' },
  'machine.declareOutage': { parties: desk, scope: 'machines:write' },
  'machine.endOutage': { parties: desk, scope: 'machines:write' },
  /** Also signed out, from its label: without a name, and it locks nothing. */
  'machine.reportFault': { parties: everybody, scope: 'machines:write' },
  /** `own`: what one reported oneself. */
  'machine.dismissFault': { parties: { ...oneself, ...desk }, scope: 'machines:write' },
  'machine.lockAsUnsafe': { parties: inside, scope: 'machines:write' },
  /** Whether they are competent on it, the rules tell. */
  'machine.unlock': { parties: inside, scope: 'machines:write' },
  'machine.repair': { parties: { trainer: 'yes', ...desk }, scope: 'machines:write' },
  'machine.planCare': { parties: stewards, scope: 'machines:write' },

  /** Strangers and visitors hear from the rules (`membership`) what stands against their booking. */
  'booking.place': { parties: signedIn, scope: 'bookings:write' },
  /** A trainer on machines that ask for the competence they train. */
  'booking.placeForOthers': { parties: { trainer: 'taught', steward: 'yes' }, scope: 'bookings:write' },
  /** A class, cleaning: the machine is the workshop's own then. */
  'booking.reserve': { parties: stewards, scope: 'bookings:write' },
  'booking.change': { parties: oneself, scope: 'bookings:write' },
  'booking.changeAny': { parties: stewards, scope: 'bookings:write' },
  'booking.approve': { parties: stewards, scope: 'bookings:write' },
  /** `own`: where one was asked to supervise. */
  'booking.supervise': { parties: oneself, scope: 'bookings:write' },
  /** Of a booking of one's own; hosts start for whoever stands before them. */
  'use.start': { parties: { ...oneself, ...desk }, scope: 'bookings:write' },
  /** The rules tell whether a session that has run over may be ended by whoever is next. */
  'use.stop': { parties: signedIn, scope: 'bookings:write' },
  'use.handOver': { parties: { ...oneself, ...stewards }, scope: 'bookings:write' },
  'waiting.join': { parties: signedIn, scope: 'bookings:write' },
  'waiting.leave': { parties: oneself, scope: 'bookings:write' },
  'booking.read': { parties: everybody, scope: 'bookings:read' },
  'booking.readHolder': { parties: { ...insiders, stranger: 'own' }, scope: 'bookings:read' },

  /** At the desk: who has what, lending, taking back, counting kits. */
  'loan.desk': { parties: desk, scope: null },
  /** `own`: a tool that one lends to the workshop; and bringing it back. */
  'machine.takeHome': { parties: oneself, scope: null },

  /** Into the store, for whichever workshop one is in. */
  'file.send': { parties: insiders, scope: null },
  /** `own`: what one sent in oneself. */
  'file.withdraw': { parties: { ...oneself, steward: 'yes' }, scope: null },

  /** Designs are commons: publishing, forking and discussing them needs nobody's permission, nor a workshop. */
  'design.read': { parties: everybody, scope: 'workshops:read' },
  'design.draft': { parties: signedIn, scope: null },
  'design.publish': { parties: signedIn, scope: null },
  'design.suggest': { parties: signedIn, scope: null },
  /** Problems, questions, answers, reviews, duplicates. */
  'design.discuss': { parties: signedIn, scope: null },
  /** `own`: what one wrote oneself. */
  'design.takeBack': { parties: oneself, scope: null },
  /** What a lineage adopts, and what becomes of its problems. `own`: a design that one maintains. */
  'design.decide': { parties: oneself, scope: null },
  /** Who maintains it: also stewards of the workshop where it is at home. */
  'design.nameMaintainers': { parties: { ...oneself, ...stewards }, scope: null },

  /** Builds are commons to look at; whoever works in the workshop writes them. */
  'build.read': { parties: everybody, scope: 'workshops:read' },
  'build.start': { parties: insiders, scope: null },
  /** As a hand: unfinished builds are there for others to join. */
  'build.join': { parties: signedIn, scope: null },
  /** `own`: who has joined as a hand, from wherever. */
  'build.write': { parties: { ...insiders, stranger: 'own' }, scope: null },
  /** Completing, abandoning, opening again. */
  'build.end': { parties: { ...inside, visitor: 'own', stranger: 'own' }, scope: null },

  'item.read': { parties: everybody, scope: 'machines:read' },
  'item.receive': { parties: inside, scope: null },
  /** Fitting, taking out, moving, mending, scrapping. `own`: what is one's own, or what one has. */
  'item.change': { parties: { ...inside, visitor: 'own', stranger: 'own' }, scope: null },
  /** All rights in it. `own`: what is one's own. */
  'item.give': { parties: { ...oneself, ...stewards }, scope: null },

  'stock.read': { parties: everybody, scope: 'workshops:read' },
  'stock.change': { parties: inside, scope: null },

  /** What one did oneself. */
  'work.note': { parties: oneself, scope: null },
  'work.read': { parties: oneself, scope: null },

  /** Boxes that read badges, with their keys. */
  'reader.manage': { parties: stewards, scope: null },
  /** Tablets that stand in the workshop. */
  'kiosk.manage': { parties: stewards, scope: null },
  /** Accounts of people without e-mail, with their badges and PINs. */
  'account.make': { parties: desk, scope: null },
  'badge.manage': { parties: desk, scope: null },

  /** Of a whole table of members, competences, machines or tools. */
  'workshop.import': { parties: stewards, scope: null },
});

export type Action = keyof typeof policy;

/** Every action, as the table has them. */
export const actions = Object.keys(policy).filter((action): action is Action => action in policy);

/** What people do at a shared tablet, if they may do it at all: their own affairs of the day. */
export const atKiosk: ReadonlySet<Action> = new Set<Action>([
  'workshop.read',
  'machine.read',
  'machine.reportFault',
  'machine.lockAsUnsafe',
  'booking.place',
  'booking.change',
  'booking.read',
  'booking.readHolder',
  'use.start',
  'use.stop',
]);
