import { calendarCommands, calendarStream } from '../bookings/commands.ts';
import { derivedId } from '../commands/identity.ts';
import { memberCommands, memberStream } from '../members/commands.ts';
import { grantedCompetence, isErased } from '../members/queries.ts';
import { type Consequences, noticeToMember, type Reaction } from '../reactions/reaction.ts';
import { competenceName } from '../workshops/queries.ts';
import { inductionCommands, inductionStream } from './commands.ts';
import { inductionById, inductionsOfMember, peopleOfInduction } from './queries.ts';

const NOTHING: Consequences = { commands: [], notices: [] };

/** Whoever attended has the competence; what lasts longer already is left alone. */
const grantToAttendant: Reaction = {
  name: 'grantToAttendant',
  on: ['InductionAttended'],
  react({ type, data }, { views, now }) {
    if (type !== 'InductionAttended' || !('attestedBy' in data)) return NOTHING;
    const { memberId, workshopId, competenceId, until, attestedBy: grantedBy } = data;
    const held = grantedCompetence(views, memberId, competenceId);
    const lasts = held !== null && (held.until === null || held.until > now);
    if (lasts && (held.until === null || (until !== null && held.until >= Date.parse(until)))) return NOTHING;
    const { GrantCompetence } = memberCommands(views);
    const granting = { memberId, workshopId, competenceId, until, grantedBy };
    const command = { type: 'GrantCompetence', ...granting } as const;
    return {
      commands: [
        {
          stream: memberStream(memberId),
          give: (handler, given) => handler.handle(GrantCompetence, { ...given, command }),
        },
      ],
      notices: [],
    };
  },
};

const reservationOf = (inductionId: string): string => derivedId(inductionId, 'reservation');

/** The machine of an induction is kept free for it: bookings that it hits are marked by the calendar. */
const keepMachineFree: Reaction = {
  name: 'keepMachineFree',
  on: ['InductionAnnounced', 'InductionCancelled'],
  react({ data, type, actor }, { views }) {
    const induction = 'inductionId' in data ? inductionById(views, data.inductionId) : null;
    if (!induction || induction.machineId === null) return NOTHING;
    const { inductionId, machineId, workshopId, competenceId, start, end, announcedBy } = induction;
    const define = calendarCommands(views);
    const reservationId = reservationOf(inductionId);
    const stream = calendarStream(machineId);
    if (type === 'InductionCancelled') {
      const command = { type: 'LiftReservation', machineId, reservationId } as const;
      const give: Consequences['commands'][number]['give'] = (handler, given) =>
        handler.handle(define.LiftReservation, { ...given, command });
      return { commands: [{ stream, give }], notices: [] };
    }
    const purposeId = derivedId(inductionId, 'purpose');
    const body = competenceName(views, competenceId) ?? '';
    const texts = [
      { id: purposeId, kind: 'reservationPurpose', body, subject: memberOf(actor) ?? announcedBy },
    ];
    const time = { reservationId, machineId, workshopId, memberId: announcedBy, start, end, purposeId };
    const command = { type: 'ReserveTime', ...time } as const;
    const give: Consequences['commands'][number]['give'] = (handler, given) =>
      handler.handle(define.ReserveTime, { ...given, command, texts });
    return { commands: [{ stream, give }], notices: [] };
  },
};

const memberOf = (actor: string): string | null =>
  actor.startsWith('member:') ? actor.slice('member:'.length) : null;

/** Who is in the workshop no longer, or is erased, gives their place to somebody who waits. */
const releasePlaces: Reaction = {
  name: 'releasePlaces',
  on: ['MembershipEnded', 'MemberErased'],
  react({ data }, { views, now }) {
    if (!('memberId' in data)) return NOTHING;
    const { memberId } = data;
    const here = 'workshopId' in data ? data.workshopId : null;
    const { GiveUpInductionPlace } = inductionCommands(views);
    const ahead = inductionsOfMember(views, memberId).filter(
      ({ induction, status }) =>
        induction.start > now &&
        !induction.cancelled &&
        status !== 'attended' &&
        (here === null || induction.workshopId === here),
    );
    const commands = ahead.map(({ induction: { inductionId } }): Consequences['commands'][number] => {
      const command = { type: 'GiveUpInductionPlace', inductionId, memberId, forThem: true } as const;
      return {
        stream: inductionStream(inductionId),
        give: (handler, given) => handler.handle(GiveUpInductionPlace, { ...given, command }),
      };
    });
    return { commands, notices: [] };
  },
};

/** Tells somebody that they have moved up, or what their trainer did for them; everybody that nobody comes. */
const tellParticipants: Reaction = {
  name: 'tellParticipants',
  on: ['InductionMovedUp', 'InductionPlaceTaken', 'InductionPlaceGivenUp', 'InductionCancelled'],
  react(event, { views }) {
    const { data, type, actor } = event;
    const induction = 'inductionId' in data ? inductionById(views, data.inductionId) : null;
    if (!induction) return NOTHING;
    const times = {
      start: new Date(induction.start).toISOString(),
      end: new Date(induction.end).toISOString(),
    };
    const erased = (memberId: string) => isErased(views, memberId);
    if (type !== 'InductionCancelled') {
      const { notices } = noticeToMember(event, erased);
      return {
        commands: [],
        notices: notices.map((one) => ({ ...one, params: { ...one.params, ...times } })),
      };
    }
    const told = peopleOfInduction(views, induction.inductionId).filter(
      ({ memberId }) => actor !== `member:${memberId}` && !erased(memberId),
    );
    const notices = told.map(({ memberId }) => ({ memberId, kind: type, params: { ...data, ...times } }));
    return { commands: [], notices };
  },
};

/** What follows from inductions, and for them from what happens elsewhere. */
export const competenceReactions: readonly Reaction[] = [
  grantToAttendant,
  keepMachineFree,
  releasePlaces,
  tellParticipants,
];
