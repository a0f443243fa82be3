import { describe, expect, it } from 'vitest';
import { may } from '../../../server/authorisation/policy.ts';
import { actions, type Grant, keyScopes, type Party, policy } from '../../../server/authorisation/table.ts';

const PARTIES = ['nobody', 'stranger', 'visitor', 'member', 'trainer', 'host', 'steward', 'founder'] as const;

/**
 * Every cell of role × action, written out a second time and read by eye: y may, o may for what is their own, t may
 * for the competence they train, - may not. A new action needs a line here.
 */
const TABLE = `
                        nobody stranger visitor member trainer host steward founder
workshop.read              y      y        y       y      y      y     y       -
workshop.found             -      y        y       y      y      y     y       -
workshop.describe          -      -        -       -      -      -     y       -
workshop.setHours          -      -        -       -      -      -     y       -
workshop.setJoining        -      -        -       -      -      -     y       -
workshop.appoint           -      -        -       -      -      -     y       -
workshop.recall            -      -        -       -      o      o     y       -
workshop.invite            -      -        -       -      -      y     y       -
workshop.readDay           -      -        -       -      -      y     y       -
appointments.read          -      -        y       y      y      y     y       -
competence.define          -      -        -       -      -      -     y       -
competence.grant           -      -        -       -      t      -     -       o
competence.withdraw        -      -        -       -      t      -     -       o
competence.recognise       -      -        -       -      -      -     y       -
competence.setValidity     -      -        -       -      -      -     y       -
induction.announce         -      -        -       -      t      -     -       -
induction.lead             -      -        -       -      t      -     -       -
induction.cancel           -      -        -       -      t      -     y       -
induction.takePlace        -      o        o       o      o      o     o       -
induction.read             y      y        y       y      y      y     y       -
induction.readPeople       -      -        -       -      t      y     y       -
member.join                -      o        o       o      o      o     o       -
member.leave               -      o        o       o      o      o     o       -
member.approve             -      -        -       -      -      -     y       -
member.decline             -      -        -       -      -      -     y       -
member.end                 -      -        -       -      -      -     y       -
member.pause               -      -        -       -      -      -     y       -
member.liftPause           -      -        -       -      -      -     y       -
member.reviewPause         -      -        -       -      -      -     y       -
people.read                -      -        y       y      y      y     y       -
people.readAll             -      -        -       -      y      y     y       -
people.readConcerns        -      -        -       -      -      y     y       -
machine.read               y      y        y       y      y      y     y       -
machine.register           -      -        -       -      -      -     y       -
machine.describe           -      -        -       -      -      -     y       -
machine.setRules           -      -        -       -      -      -     y       -
machine.illustrate         -      -        -       -      -      y     y       -
machine.noteSetting        -      -        -       y      y      y     y       -
machine.retire             -      -        -       -      -      -     y       -
machine.declareOutage      -      -        -       -      -      y     y       -
machine.endOutage          -      -        -       -      -      y     y       -
machine.reportFault        y      y        y       y      y      y     y       -
machine.dismissFault       -      o        o       o      o      y     y       -
machine.lockAsUnsafe       -      -        -       y      y      y     y       -
machine.unlock             -      -        -       y      y      y     y       -
machine.repair             -      -        -       -      y      y     y       -
machine.planCare           -      -        -       -      -      -     y       -
booking.place              -      y        y       y      y      y     y       -
booking.placeForOthers     -      -        -       -      t      -     y       -
booking.reserve            -      -        -       -      -      -     y       -
booking.change             -      o        o       o      o      o     o       -
booking.changeAny          -      -        -       -      -      -     y       -
booking.approve            -      -        -       -      -      -     y       -
booking.supervise          -      o        o       o      o      o     o       -
use.start                  -      o        o       o      o      y     y       -
use.stop                   -      y        y       y      y      y     y       -
use.handOver               -      o        o       o      o      o     y       -
waiting.join               -      y        y       y      y      y     y       -
waiting.leave              -      o        o       o      o      o     o       -
booking.read               y      y        y       y      y      y     y       -
booking.readHolder         -      o        y       y      y      y     y       -
loan.desk                  -      -        -       -      -      y     y       -
machine.takeHome           -      o        o       o      o      o     o       -
file.send                  -      -        y       y      y      y     y       -
file.withdraw              -      o        o       o      o      o     y       -
workshop.import            -      -        -       -      -      -     y       -
reader.manage              -      -        -       -      -      -     y       -
kiosk.manage               -      -        -       -      -      -     y       -
account.make               -      -        -       -      -      y     y       -
badge.manage               -      -        -       -      -      y     y       -
design.read                y      y        y       y      y       y    y       -
design.draft               -      y        y       y      y       y    y       -
design.publish             -      y        y       y      y       y    y       -
design.suggest             -      y        y       y      y       y    y       -
design.discuss             -      y        y       y      y       y    y       -
design.takeBack            -      o        o       o      o       o    o       -
design.decide              -      o        o       o      o       o    o       -
design.nameMaintainers     -      o        o       o      o       o    y       -
build.read                 y      y        y       y      y       y    y       -
build.start                -      -        y       y      y       y    y       -
build.join                 -      y        y       y      y       y    y       -
build.write                -      o        y       y      y       y    y       -
build.end                  -      o        o       y      y       y    y       -
item.read                  y      y        y       y      y       y    y       -
item.receive               -      -        -       y      y       y    y       -
item.change                -      o        o       y      y       y    y       -
item.give                  -      o        o       o      o       o    y       -
stock.read                 y      y        y       y      y       y    y       -
stock.change               -      -        -       y      y       y    y       -
work.note                  -      o        o       o      o       o    o       -
work.read                  -      o        o       o      o       o    o       -
`;

const MEANING: Record<string, Grant | undefined> = { y: 'yes', o: 'own', t: 'taught', '-': undefined };
const [, ...lines] = TABLE.trim().split('\n');
const rows = lines.map((line) => {
  const [action = '', ...cells] = line.trim().split(/\s+/);
  return { action, cells };
});
const cells = rows.flatMap(({ action, cells }) =>
  PARTIES.map((party, column) => ({ action, party, cell: cells[column] ?? '?' })),
);

it('has a line for every action, and a cell for every party', () => {
  expect(rows.map(({ action }) => action).toSorted()).toEqual(actions.toSorted());
  for (const { action, cells } of rows) {
    expect(cells, action).toHaveLength(PARTIES.length);
    expect(cells.join(''), action).toMatch(/^[yot-]+$/);
  }
});

describe.each(actions)('%s', (action) => {
  it.each(PARTIES)('by %s', (party: Party) => {
    const cell = cells.find((one) => one.action === action && one.party === party)?.cell ?? '?';
    const grant = MEANING[cell];
    const capacity = { parties: [party], taught: ['laser'] };
    const ways = {
      somebodyElses: may(action, capacity),
      own: may(action, capacity, { own: true }),
      taught: may(action, capacity, { competenceId: 'laser' }),
      notTaught: may(action, capacity, { competenceId: 'kiln' }),
    };
    const always = grant === 'yes';
    expect(ways).toEqual({
      somebodyElses: always,
      own: always || grant === 'own',
      taught: always || grant === 'taught',
      notTaught: always,
    });
  });
});

describe('a person of several parties', () => {
  it('may what any of them may', () => {
    const capacity = { parties: ['stranger', 'member', 'trainer', 'host'], taught: ['laser'] } as const;
    expect(may('competence.grant', capacity, { competenceId: 'laser' })).toBe(true);
    expect(may('machine.declareOutage', capacity)).toBe(true);
    expect(may('member.pause', capacity)).toBe(false);
  });
});

it('gives no key anything about people, offices or founding', () => {
  const forKeys = actions.filter((action) => policy[action].scope !== null);
  expect(
    forKeys.filter(
      (action) =>
        !/^(workshop\.read|induction\.read|(design|build|item|stock)\.read|machine\.|booking\.|use\.|waiting\.)/.test(
          action,
        ),
    ),
  ).toEqual([]);
  for (const action of forKeys) expect(keyScopes).toContain(policy[action].scope);
});
