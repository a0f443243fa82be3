import { expect, it } from 'vitest';
import { designDecider } from '../../../server/designs/decide.ts';
import type { DesignEvent } from '../../../shared/schemasOfEvents.ts';
import { processorTime } from '../../processorTime.ts';
import { specification } from '../commands/specification.ts';
import { contentId, FORK, facts, publish, published, raised, revisionPublished, suggested } from './story.ts';

const { stateAfter } = specification(designDecider, Date.UTC(2026, 10, 22, 12));
const numbered = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

it('a design of 1,000 revisions, 500 suggestions and 500 problems is folded and decided in an instant', () => {
  const events: DesignEvent[] = [published];
  for (let number = 2; number <= 1000; number++) events.push(revisionPublished(number));
  for (let number = 1; number <= 500; number++) {
    const from = { designId: FORK, revision: number };
    if (suggested.type !== 'SuggestionMade' || raised.type !== 'ProblemRaised')
      throw new Error('another story');
    const suggestionId = numbered(number);
    events.push({ ...suggested, data: { ...suggested.data, suggestionId, from } });
    events.push({ ...raised, data: { ...raised.data, problemId: numbered(number) } });
  }
  const began = processorTime();
  const state = stateAfter(events);
  const decision = designDecider.decide(publish(1001), state, facts());
  expect(processorTime() - began).toBeLessThan(1500);
  expect(decision.outcome).toBe('accepted');
  expect(state).toMatchObject({ contents: expect.arrayContaining([contentId('c1000')]) });
});
