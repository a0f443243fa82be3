import { describe, expect, it } from 'vitest';
import { memberDecider } from '../../../server/members/decide.ts';
import type { MemberFacts } from '../../../server/members/vocabulary.ts';
import type { MemberEvent } from '../../../shared/schemasOfEvents.ts';
import { specification } from '../commands/specification.ts';
import { LASER, MEMBER, OTHER, WORKSHOP } from '../workshops/someWorkshop.ts';

const START = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const { given, stateAfter } = specification(memberDecider, START);
const inDays = (days: number) => new Date(START + days * DAY).toISOString();

const facts = (some: Partial<MemberFacts> = {}): MemberFacts => ({
  now: START + DAY / 2,
  joining: 'approval',
  appointed: false,
  competenceIsTheirs: true,
  competenceUntil: null,
  isFounder: false,
  ...some,
});
const here = { memberId: MEMBER, workshopId: WORKSHOP };
const TEXT = '00000000-0000-4000-8000-0000000000e1';

const granted = (
  kind: 'member' | 'visitor' = 'member',
  by: 'joining' | 'invitation' | 'steward' = 'steward',
  until: string | null = null,
): MemberEvent => ({ type: 'MembershipGranted', data: { ...here, kind, until, by } });
const requested: MemberEvent = { type: 'MembershipRequested', data: { ...here, messageId: TEXT } };
const ended = (reasonId: string | null): MemberEvent => ({
  type: 'MembershipEnded',
  data: { ...here, reasonId },
});
const paused: MemberEvent = {
  type: 'MemberPaused',
  data: { ...here, until: inDays(7), reasonId: TEXT, pausedBy: OTHER, what: ['bookings', 'starts'] },
};
const able: MemberEvent = {
  type: 'CompetenceGranted',
  data: { ...here, competenceId: LASER, until: null, grantedBy: OTHER },
};
const erased: MemberEvent = { type: 'MemberErased', data: { memberId: MEMBER } };

const join = { type: 'JoinWorkshop', ...here, messageId: TEXT, invited: null } as const;
const leave = { type: 'LeaveWorkshop', ...here } as const;
const end = { type: 'EndMembership', ...here, reasonId: TEXT } as const;
const approve = { type: 'ApproveMembership', ...here, kind: 'member', until: null } as const;
const decline = { type: 'DeclineMembership', ...here, reasonId: TEXT } as const;
const pause = {
  type: 'PauseMember',
  ...here,
  until: inDays(7),
  reasonId: TEXT,
  pausedBy: OTHER,
  what: ['bookings', 'starts'],
} as const;
const THIRD = '00000000-0000-4000-8000-0000000000a3';
const review = { type: 'ReviewPause', ...here, upheld: true, reviewedBy: THIRD } as const;
const reviewed = (upheld: boolean): MemberEvent => ({
  type: 'PauseReviewed',
  data: { ...here, upheld, reviewedBy: THIRD },
});
const lift = { type: 'LiftPause', ...here, liftedBy: OTHER } as const;
const grant = {
  type: 'GrantCompetence',
  ...here,
  competenceId: LASER,
  until: null,
  grantedBy: OTHER,
} as const;
const withdraw = { type: 'WithdrawCompetence', ...here, competenceId: LASER, reasonId: TEXT } as const;

describe('joining', () => {
  it('an open workshop takes effect at once', () => {
    given()
      .when(join, facts({ joining: 'open' }))
      .thenRecorded(granted('member', 'joining'));
  });
  it('by approval asks, and asks once', () => {
    given().when(join, facts()).thenRecorded(requested);
    given(requested).when(join, facts()).thenRefused('alreadyRequested');
  });
  it('by invitation needs one', () => {
    given()
      .when(join, facts({ joining: 'invitation' }))
      .thenRefused('invitation');
    given()
      .when({ ...join, invited: { kind: 'visitor', usedAt: inDays(0) } }, facts({ joining: 'invitation' }))
      .thenRecorded(granted('visitor', 'invitation'));
  });
  it('with an invitation needs no approval', () => {
    given(requested)
      .when({ ...join, invited: { kind: 'member', usedAt: inDays(0) } }, facts())
      .thenRecorded(granted('member', 'invitation'));
  });
  it('is for those who are not in', () => {
    given(granted())
      .when(join, facts({ joining: 'open' }))
      .thenRefused('alreadyMember');
    given(granted())
      .when({ ...join, invited: { kind: 'visitor', usedAt: inDays(0) } }, facts())
      .thenRefused('alreadyMember');
  });
  it('lets a visitor become a member, and somebody whose time has run out come again', () => {
    given(granted('visitor')).when(join, facts()).thenRecorded(requested);
    given(granted('member', 'steward', inDays(0.1)))
      .when(join, facts({ joining: 'open' }))
      .thenRecorded(granted('member', 'joining'));
  });
});

describe('approving', () => {
  it('lets in who has asked, for good or for a time', () => {
    given(requested).when(approve, facts()).thenRecorded(granted());
    given(requested)
      .when({ ...approve, until: inDays(30) }, facts())
      .thenRecorded(granted('member', 'steward', inDays(30)));
  });
  it('needs somebody who has asked, and an end ahead', () => {
    given().when(approve, facts()).thenRefused('notRequested');
    given()
      .when({ ...approve, until: inDays(0) }, facts())
      .thenRefused('until', 'notRequested');
  });
  it('changes what somebody is, but not into the same', () => {
    given(granted('visitor')).when(approve, facts()).thenRecorded(granted());
    given(granted()).when(approve, facts()).thenRefused('alreadyMember');
  });
  it('takes back an ending', () => {
    given(granted(), ended(TEXT)).when(approve, facts()).thenRecorded(granted());
  });
  it('or declining, answers a request', () => {
    given(requested)
      .when(decline, facts())
      .thenRecorded({ type: 'MembershipDeclined', data: { ...here, reasonId: TEXT } });
    given(granted()).when(decline, facts()).thenRefused('notRequested');
    given(requested, { type: 'MembershipDeclined', data: { ...here, reasonId: TEXT } })
      .when(join, facts())
      .thenRecorded(requested);
  });
});

describe('going', () => {
  it('is one’s own will, or has a reason', () => {
    given(granted()).when(leave, facts()).thenRecorded(ended(null));
    given(granted()).when(end, facts()).thenRecorded(ended(TEXT));
    given(requested).when(leave, facts()).thenRecorded(ended(null));
  });
  it('is for those who are in', () => {
    given().when(leave, facts()).thenRefused('notMember');
    given(granted(), ended(null)).when(end, facts()).thenRefused('notMember');
  });
  it('can be undone at once by oneself, as what one was, but not when one was let go', () => {
    const atOnce = facts({ now: START + 3_600_000 + 10_000, joining: 'invitation' });
    given(granted('visitor'), ended(null)).when(join, atOnce).thenRecorded(granted('visitor', 'joining'));
    given(granted('visitor'), ended(TEXT)).when(join, atOnce).thenRefused('invitation');
    given(granted('visitor'), ended(null))
      .when(join, facts({ joining: 'invitation' }))
      .thenRefused('invitation');
  });
});

describe('a pause', () => {
  it('has an end ahead, and a reason', () => {
    given(granted()).when(pause, facts()).thenRecorded(paused);
    given(granted())
      .when({ ...pause, until: inDays(0.5) }, facts())
      .thenRefused('until');
  });
  it('is for people of the workshop, and never for oneself', () => {
    given().when(pause, facts()).thenRefused('notMember');
    given()
      .when(pause, facts({ appointed: true }))
      .thenRecorded(paused);
    given()
      .when({ ...pause, pausedBy: MEMBER, until: inDays(0) }, facts())
      .thenRefused('notMember', 'notOneself', 'until');
  });
  it('can be lifted while it lasts', () => {
    given(granted(), paused).when(lift, facts()).thenRecorded({ type: 'PauseLifted', data: here });
    given(granted()).when(lift, facts()).thenRefused('notPaused');
    given(granted(), paused)
      .when(lift, facts({ now: START + 7 * DAY }))
      .thenRefused('notPaused');
  });
  it('is reviewed by a second steward, who upholds it once or ends it at once', () => {
    given(granted(), paused).when(review, facts()).thenRecorded(reviewed(true));
    given(granted(), paused, reviewed(true)).when(review, facts()).thenRefused('alreadyReviewed');
    const ending = { ...review, upheld: false };
    given(granted(), paused, reviewed(true)).when(ending, facts()).thenRecorded(reviewed(false));
    given(granted(), paused, reviewed(false)).when(lift, facts()).thenRefused('notPaused');
    given(granted()).when(review, facts()).thenRefused('notPaused');
  });
  it('is reviewed neither by the steward who paused nor by the paused', () => {
    for (const reviewedBy of [OTHER, MEMBER]) {
      given(granted(), paused)
        .when({ ...review, reviewedBy }, facts())
        .thenRefused('secondSteward');
    }
  });
  it('is not shaken off by leaving and coming back', () => {
    given(granted(), paused, ended(null), granted())
      .when(lift, facts())
      .thenRecorded({ type: 'PauseLifted', data: here });
  });
});

describe('a competence', () => {
  it('is granted by another, of this workshop, to its people', () => {
    given(granted('visitor')).when(grant, facts()).thenRecorded(able);
    given().when(grant, facts()).thenRefused('notMember');
    given(granted())
      .when(grant, facts({ competenceIsTheirs: false }))
      .thenRefused('competence');
    given(granted())
      .when({ ...grant, until: inDays(0) }, facts())
      .thenRefused('until');
  });
  it('lasts as long as it is good for, unless somebody says otherwise', () => {
    const { until: _, ...unsaid } = grant;
    given(granted())
      .when(unsaid, facts({ competenceUntil: inDays(700) }))
      .thenRecorded({
        type: 'CompetenceGranted',
        data: { ...here, competenceId: LASER, until: inDays(700), grantedBy: OTHER },
      });
    given(granted())
      .when(grant, facts({ competenceUntil: inDays(700) }))
      .thenRecorded(able);
  });
  it('is never granted to oneself, but for the founder', () => {
    given(granted())
      .when({ ...grant, grantedBy: MEMBER }, facts())
      .thenRefused('notOneself');
    given(granted())
      .when({ ...grant, grantedBy: MEMBER }, facts({ isFounder: true }))
      .thenRecorded({
        type: 'CompetenceGranted',
        data: { ...here, competenceId: LASER, until: null, grantedBy: MEMBER },
      });
  });
  it('is not granted twice, but renewed', () => {
    given(granted(), able).when(grant, facts()).thenRefused('alreadyHeld');
    given(granted(), able)
      .when({ ...grant, until: inDays(365) }, facts())
      .thenRecorded({
        type: 'CompetenceGranted',
        data: { ...here, competenceId: LASER, until: inDays(365), grantedBy: OTHER },
      });
  });
  it('is withdrawn with a reason, where it was granted', () => {
    given(granted(), able)
      .when(withdraw, facts())
      .thenRecorded({ type: 'CompetenceWithdrawn', data: { ...here, competenceId: LASER, reasonId: TEXT } });
    given(granted()).when(withdraw, facts()).thenRefused('notHeld');
    given(granted(), able)
      .when({ ...withdraw, workshopId: OTHER }, facts())
      .thenRefused('notHeld');
  });
});

describe('erasing', () => {
  it('ends every membership and then the member', () => {
    const elsewhere: MemberEvent = {
      type: 'MembershipRequested',
      data: { memberId: MEMBER, workshopId: OTHER, messageId: null },
    };
    given(granted(), elsewhere)
      .when({ type: 'EraseMember', memberId: MEMBER }, facts())
      .thenRecorded(
        ended(null),
        { type: 'MembershipEnded', data: { memberId: MEMBER, workshopId: OTHER, reasonId: null } },
        erased,
      );
  });
  it('is final, and saying it again changes nothing', () => {
    given(granted(), ended(null), erased)
      .when({ type: 'EraseMember', memberId: MEMBER }, facts())
      .thenNothing();
    for (const command of [join, approve, grant, pause]) {
      given(granted(), erased)
        .when(command, facts({ joining: 'open' }))
        .thenRefused('erased');
    }
    expect(stateAfter([granted(), erased, granted()])).toEqual({ status: 'erased' });
  });
});

it('each workshop has its own revision of a person', () => {
  const elsewhere: MemberEvent = {
    type: 'MembershipRequested',
    data: { memberId: MEMBER, workshopId: OTHER, messageId: null },
  };
  expect(stateAfter([granted(), elsewhere, paused])).toMatchObject({
    workshops: { [WORKSHOP]: { revision: 2 }, [OTHER]: { revision: 1 } },
  });
});
