import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  designById,
  designsMaintainedBy,
  latestOf,
  maintainersOf,
  revisionOf,
  titlesOf,
} from '../../../server/designs/queries.ts';
import { parentsOf } from '../../../server/designs/queriesOfLineage.ts';
import { answersOf, countsOf, questionsOf } from '../../../server/designs/queriesOfTalk.ts';
import { designsByWords } from '../../../server/designs/search/catalogue.ts';
import { AUTHOR, designOf, line, openLibrary, sub } from './library.ts';

describe('the views of designs', () => {
  it('show a design by its newest revision, and keep all of them', () => {
    const { reader, publish } = openLibrary();
    const { designId } = publish(designOf({ title: 'Old', changes: 'first' }));
    publish(designOf({ title: 'New', changes: 'second' }), { designId });
    expect(designById(reader, designId)).toMatchObject({ latest: 2, title: 'New', firstBy: AUTHOR });
    expect(revisionOf(reader, designId, 1)).toMatchObject({ changes: 'first', summary: { title: 'Old' } });
    expect(latestOf(reader, designId)?.revision).toBe(2);
    expect(revisionOf(reader, designId, 3)).toBeUndefined();
    expect(titlesOf(reader, [designId, randomUUID()])).toEqual(new Map([[designId, 'New']]));
    expect(designsByWords(reader, 'old')).toEqual([]);
    expect(designsByWords(reader, 'new')).toHaveLength(1);
  });

  it('name the first publisher as maintainer until recalled', () => {
    const { reader, publish, happen } = openLibrary();
    const { designId } = publish(designOf({}));
    const memberId = randomUUID();
    happen('MaintainerNamed', { designId, memberId });
    expect(new Set(maintainersOf(reader, designId))).toEqual(new Set([AUTHOR, memberId]));
    happen('MaintainerRecalled', { designId, memberId: AUTHOR });
    expect(maintainersOf(reader, designId)).toEqual([memberId]);
    expect(designsMaintainedBy(reader, AUTHOR)).toEqual([]);
    expect(designsMaintainedBy(reader, memberId)).toMatchObject([{ designId }]);
  });

  it('know what a revision came from: the one before, the forked one, what was adopted', () => {
    const { reader, publish, happen } = openLibrary();
    const origin = publish(designOf({ title: 'Origin' }));
    const forkedFrom = { designId: origin.designId, revision: 1 };
    const fork = publish(designOf({ title: 'Fork' }), { forkedFrom });
    const suggestionId = randomUUID();
    const from = { designId: fork.designId, revision: 1 };
    const { designId } = origin;
    happen('SuggestionMade', {
      designId,
      suggestionId,
      from,
      base: forkedFrom,
      messageId: null,
      suggestedBy: AUTHOR,
    });
    const next = publish(designOf({ title: 'Next' }), { designId });
    const adopted = { designId, suggestionId, from, inRevision: 2, whole: true, changes: ['title'] };
    happen('SuggestionAdopted', { ...adopted, suggestedBy: AUTHOR, adoptedBy: AUTHOR });
    expect(parentsOf(reader, from)).toEqual([{ ...forkedFrom, how: 'fork' }]);
    expect(parentsOf(reader, next)).toEqual([
      { ...forkedFrom, how: 'revision' },
      { ...from, how: 'adoption' },
    ]);
  });

  it('count what is open, and mark one answer of a question at a time', () => {
    const { reader, publish, happen } = openLibrary();
    const { designId } = publish(designOf({}));
    const [questionId, problemId, one, other, textId] = Array.from({ length: 5 }, () => randomUUID());
    if (!questionId || !problemId || !one || !other || !textId) throw new Error('unreachable');
    const raised = { designId, problemId, revision: 1, safety: true, line: null, step: null };
    happen('ProblemRaised', { ...raised, textId, raisedBy: AUTHOR });
    happen('QuestionAsked', { designId, questionId, revision: 1, textId, askedBy: AUTHOR });
    for (const answerId of [one, other])
      happen('QuestionAnswered', { designId, questionId, answerId, textId, answeredBy: AUTHOR });
    expect(countsOf(reader, designId)).toMatchObject({
      openProblems: 1,
      safetyProblems: 1,
      openQuestions: 1,
    });
    happen('AnswerMarked', { designId, questionId, answerId: one });
    happen('AnswerMarked', { designId, questionId, answerId: other });
    expect(questionsOf(reader, designId)).toMatchObject([{ markedAnswer: other }]);
    happen('AnswerUnmarked', { designId, questionId, answerId: one });
    expect(countsOf(reader, designId).openQuestions).toBe(0);
    happen('AnswerWithdrawn', { designId, questionId, answerId: other });
    expect(countsOf(reader, designId).openQuestions).toBe(1);
    expect(answersOf(reader, designId).get(questionId)).toHaveLength(1);
    happen('ProblemConfirmed', { designId, problemId, confirmedBy: AUTHOR });
    expect(countsOf(reader, designId).openProblems).toBe(1);
    happen('ProblemFixed', { designId, problemId, inRevision: 1, fixedBy: AUTHOR });
    expect(countsOf(reader, designId)).toMatchObject({ openProblems: 0, safetyProblems: 0 });
  });

  it('are the same after a withdrawal as from a log whose content was never there', () => {
    const { publish, withdraw, rows, rowsAnew, reader } = openLibrary();
    const pump = publish(designOf({ title: 'Pump', story: 'It turns.', parts: [line('gear')] }));
    const uses = { id: 'rel1', kind: 'uses', what: 'Pump', design: null } as const;
    const content = designOf({
      title: 'Cube',
      parts: [sub('pump', pump)],
      relations: [uses],
      story: 'Secret words.',
    });
    const cube = publish(content);
    const same = publish(content, { forkedFrom: { designId: cube.designId, revision: 1 } });
    const older = publish(content);
    publish(designOf({ title: 'Newer', story: 'Fine.' }), { designId: older.designId });
    expect(designsByWords(reader, 'secret')).toHaveLength(2);
    withdraw(cube.contentId);
    expect(designsByWords(reader, 'secret')).toEqual([]);
    expect(designsByWords(reader, 'cube')).toHaveLength(2);
    expect(designById(reader, same.designId)?.relations).toEqual([]);
    expect(rows()).toEqual(rowsAnew());
    expect(JSON.stringify(rows())).not.toContain('Secret');
  });
});
