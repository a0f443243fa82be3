import { describe, expect, it } from 'vitest';
import { designDecider, NO_DESIGN_FACTS } from '../../../server/designs/decide.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { specification } from '../commands/specification.ts';
import {
  ANNA,
  BEN,
  CLEO,
  CUBE,
  contentId,
  FORK,
  facts,
  HOME,
  ofProblem,
  ofSuggestion,
  PROBLEM,
  PUMP,
  publish,
  published,
  raised,
  revisionPublished,
  SUGGESTION,
  suggested,
} from './story.ts';

const { given, stateAfter } = specification(designDecider, Date.UTC(2026, 10, 22, 12));

describe('publishing', () => {
  it('needs nobody’s permission: whoever publishes first maintains it', () => {
    given()
      .when(publish(1, { workshopId: HOME }), facts())
      .thenRecorded(published);
    expect(stateAfter([published])).toMatchObject({ maintainers: [ANNA], contents: [contentId('c1')] });
  });
  it('takes the next number, from a maintainer', () => {
    given(published).when(publish(2), facts()).thenRecorded(revisionPublished(2));
    given(published)
      .when(publish(2, { publishedBy: BEN }), facts())
      .thenRefused('notMaintainer');
  });
  it('is refused where another revision came out meanwhile, and where a number is left out', () => {
    given(published, revisionPublished(2))
      .when(publish(2), facts())
      .thenRefused('newerRevision', 'nothingChanged');
    given(published)
      .when(publish(1, { contentId: contentId('other') }), facts())
      .thenRefused('newerRevision');
    given(published).when(publish(3), facts()).thenRefused('newerRevision');
    given().when(publish(2), facts()).thenRefused('newerRevision');
  });
  it('of what the newest revision says already is refused; of what an older one said is not', () => {
    const again = publish(2, { contentId: contentId('c1') });
    given(published).when(again, facts()).thenRefused('nothingChanged');
    const back = publish(3, { contentId: contentId('c1') });
    const { outcome } = designDecider.decide(back, stateAfter([published, revisionPublished(2)]), facts());
    expect(outcome).toBe('accepted');
  });
  it('tells everything that stands against it at once', () => {
    const against = facts({
      unknownSubDesigns: ['Pump 7'],
      cycle: ['Tractor', 'Power Cube', 'Tractor'],
      licences: [
        { rule: 'licenceUnknown', sentence: 'Mine is no licence.', allowed: null },
        { rule: 'licenceDropsShareAlike', sentence: 'CC-BY-SA-4.0 would be dropped.', allowed: [] },
      ],
      isInWorkshop: false,
      originIsKnown: false,
      missingFiles: ['frame.step'],
    });
    given()
      .when(publish(1), against)
      .thenRefused(
        'unknownOrigin',
        'unknownSubDesign',
        'cycle',
        'licenceUnknown',
        'licenceDropsShareAlike',
        'notInWorkshop',
        'fileMissing',
      );
    const decision = designDecider.decide(publish(1), stateAfter([]), against);
    expect(decision).toHaveProperty(
      'objections.2.message',
      'A design cannot be a part of itself: Tractor → Power Cube → Tractor.',
    );
  });
  it('fixes problems in the same append, each once; not those that are settled', () => {
    const fixed: DesignEvent = {
      type: 'ProblemFixed',
      data: { ...ofProblem, inRevision: 2, fixedBy: ANNA },
    };
    given(published, raised)
      .when(publish(2, { fixes: [PROBLEM, PROBLEM] }), facts())
      .thenRecorded(revisionPublished(2), fixed);
    const next = publish(3, { fixes: [PROBLEM] });
    given(published, raised, revisionPublished(2), fixed).when(next, facts()).thenRefused('noSuchProblem');
    given(published)
      .when(publish(2, { fixes: [PROBLEM] }), facts())
      .thenRefused('noSuchProblem');
  });
});

describe('a suggestion', () => {
  const from = { designId: FORK, revision: 1 };
  const suggest = {
    type: 'SuggestChanges',
    ...ofSuggestion,
    from,
    messageId: null,
    suggestedBy: BEN,
  } as const;
  const base = { designId: CUBE, revision: 1 };
  const suggesting = { base, hasChanges: true, maintainsFork: true };
  const known = { ...NO_DESIGN_FACTS, suggesting };
  const adopts = (whole: boolean) => ({ suggestionId: SUGGESTION, changes: ['parts/line-bolt'], whole });
  const adopted = (whole: boolean, inRevision = 2): DesignEvent => ({
    type: 'SuggestionAdopted',
    data: { ...ofSuggestion, from, inRevision, ...adopts(whole), suggestedBy: BEN, adoptedBy: ANNA },
  });
  const declined: DesignEvent = {
    type: 'SuggestionDeclined',
    data: { ...ofSuggestion, reasonId: '00000000-0000-4000-8000-0000000000e1', declinedBy: ANNA },
  };
  const decline = (by: string) =>
    ({ type: 'DeclineSuggestion', ...ofSuggestion, reasonId: declined.data.designId, by }) as const;
  const reopen = (by: string) => ({ type: 'ReopenSuggestion', ...ofSuggestion, by }) as const;
  const withdraw = (by: string) => ({ type: 'WithdrawSuggestion', ...ofSuggestion, by }) as const;
  const withdrawn: DesignEvent = { type: 'SuggestionWithdrawn', data: ofSuggestion };
  const reopened: DesignEvent = { type: 'SuggestionReopened', data: ofSuggestion };

  it('is made by a maintainer of a fork that has something in common with it and has changed', () => {
    given(published).when(suggest, known).thenRecorded(suggested);
    given(published)
      .when(suggest, { ...known, suggesting: { base: null, hasChanges: false, maintainsFork: false } })
      .thenRefused('notYourFork', 'noCommonAncestor');
    given(published)
      .when(suggest, { ...known, suggesting: { ...suggesting, hasChanges: false } })
      .thenRefused('nothingChanged');
    given(published)
      .when({ ...suggest, from: { designId: CUBE, revision: 1 } }, known)
      .thenRefused('itself');
    given(published, suggested)
      .when({ ...suggest, suggestionId: PROBLEM }, known)
      .thenRefused('alreadySuggested');
    given().when(suggest, known).thenRefused('noSuchDesign');
  });
  it('is adopted with the revision that holds it, whole or in part, and remembered as a source', () => {
    for (const whole of [true, false]) {
      given(published, suggested)
        .when(publish(2, { adopts: adopts(whole) }), facts())
        .thenRecorded(revisionPublished(2), adopted(whole));
    }
    const state = stateAfter([published, suggested, revisionPublished(2), adopted(true)]);
    expect(state).toMatchObject({ sources: [from] });
  });
  it('is adopted once, while it is open, by a maintainer', () => {
    const adopt = publish(3, { adopts: adopts(true) });
    given(published, suggested, revisionPublished(2), adopted(true))
      .when(adopt, facts())
      .thenRefused('notOpen');
    given(published, suggested, declined)
      .when({ ...adopt, revision: 2, contentId: contentId('c2') }, facts())
      .thenRefused('notOpen');
    given(published, suggested)
      .when(publish(2, { adopts: adopts(true), publishedBy: BEN }), facts())
      .thenRefused('notMaintainer');
  });
  it('is declined by a maintainer with a reason, and opened again', () => {
    given(published, suggested).when(decline(BEN), facts()).thenRefused('notMaintainer');
    given(published, suggested, declined).when(decline(ANNA), facts()).thenRefused('notOpen');
    given(published, suggested, declined).when(reopen(BEN), facts()).thenRefused('notMaintainer');
    given(published, suggested, declined).when(reopen(ANNA), facts()).thenRecorded(reopened);
    given(published, suggested, revisionPublished(2), adopted(false))
      .when(reopen(ANNA), facts())
      .thenRecorded(reopened);
    given(published, suggested, revisionPublished(2), adopted(true))
      .when(reopen(ANNA), facts())
      .thenRefused('adopted');
    given(published, suggested).when(reopen(ANNA), facts()).thenNothing();
    given(published).when(reopen(ANNA), facts()).thenRefused('noSuchSuggestion');
  });
  it('is taken back, and brought back, by whoever made it', () => {
    given(published, suggested).when(withdraw(BEN), facts()).thenRecorded(withdrawn);
    given(published, suggested).when(withdraw(ANNA), facts()).thenRefused('notYours');
    given(published, suggested, declined).when(withdraw(BEN), facts()).thenRefused('notOpen');
    given(published, suggested, withdrawn).when(withdraw(BEN), facts()).thenNothing();
    given(published, suggested, withdrawn).when(reopen(ANNA), facts()).thenRefused('notYours');
    given(published, suggested, withdrawn).when(reopen(BEN), facts()).thenRecorded(reopened);
  });
});

describe('maintainers', () => {
  const maintaining = { isStewardOfHome: false, memberIsKnown: true, otherIsKnown: true };
  const known = { ...NO_DESIGN_FACTS, maintaining };
  const bySteward = { ...NO_DESIGN_FACTS, maintaining: { ...maintaining, isStewardOfHome: true } };
  const name = (memberId: string, by: string) =>
    ({ type: 'NameMaintainer', designId: CUBE, memberId, by }) as const;
  const recall = (memberId: string, by: string) =>
    ({ type: 'RecallMaintainer', designId: CUBE, memberId, by }) as const;
  const named: DesignEvent = { type: 'MaintainerNamed', data: { designId: CUBE, memberId: BEN } };
  const recalled = (memberId: string): DesignEvent => ({
    type: 'MaintainerRecalled',
    data: { designId: CUBE, memberId },
  });

  it('are named by maintainers and by stewards of its home', () => {
    given(published).when(name(BEN, ANNA), known).thenRecorded(named);
    given(published).when(name(BEN, CLEO), bySteward).thenRecorded(named);
    given(published).when(name(BEN, CLEO), known).thenRefused('notMaintainer');
    given(published, named).when(name(BEN, ANNA), known).thenNothing();
    const stranger = { ...NO_DESIGN_FACTS, maintaining: { ...maintaining, memberIsKnown: false } };
    given(published).when(name(BEN, ANNA), stranger).thenRefused('noSuchMember');
  });
  it('are recalled, but never the last one', () => {
    given(published, named).when(recall(ANNA, BEN), known).thenRecorded(recalled(ANNA));
    given(published, named).when(recall(ANNA, CLEO), bySteward).thenRecorded(recalled(ANNA));
    given(published, named).when(recall(ANNA, CLEO), known).thenRefused('notMaintainer');
    given(published, named).when(recall(CLEO, ANNA), known).thenNothing();
    given(published).when(recall(ANNA, ANNA), known).thenRefused('lastMaintainer');
    given(published).when(recall(ANNA, CLEO), bySteward).thenRefused('lastMaintainer');
    given(published, named, recalled(ANNA)).when(publish(2), facts()).thenRefused('notMaintainer');
  });
});

describe('a duplicate', () => {
  const maintaining = { isStewardOfHome: false, memberIsKnown: false, otherIsKnown: true };
  const known = { ...NO_DESIGN_FACTS, maintaining };
  const declare = (of: string) => ({ type: 'DeclareDuplicate', designId: CUBE, of, by: CLEO }) as const;
  const takeBack = (by: string) => ({ type: 'TakeBackDuplicate', designId: CUBE, of: PUMP, by }) as const;
  const declared: DesignEvent = {
    type: 'DuplicateDeclared',
    data: { designId: CUBE, of: PUMP, declaredBy: CLEO },
  };
  const takenBack: DesignEvent = { type: 'DuplicateTakenBack', data: { designId: CUBE, of: PUMP } };

  it('is declared by anybody, of another design that is here', () => {
    given(published).when(declare(PUMP), known).thenRecorded(declared);
    given(published, declared).when(declare(PUMP), known).thenNothing();
    given(published).when(declare(CUBE), known).thenRefused('itself');
    given(published).when(declare(PUMP), NO_DESIGN_FACTS).thenRefused('noSuchDesign');
  });
  it('is taken back by whoever declared it, or by a maintainer', () => {
    given(published, declared).when(takeBack(CLEO), known).thenRecorded(takenBack);
    given(published, declared).when(takeBack(ANNA), known).thenRecorded(takenBack);
    given(published, declared).when(takeBack(BEN), known).thenRefused('notMaintainer');
    given(published).when(takeBack(BEN), known).thenNothing();
  });
});
