import { expect } from 'vitest';
import type { Decider } from '../../../server/commands/decider.ts';

/**
 * Lets a decider's tests read as sentences: given these events, when this command, then those events (or refused by
 * those rules). Events of `given` are an hour apart unless they say when.
 */
export function specification<State, Command, Event, Facts>(
  decider: Decider<State, Command, Event, Facts>,
  startOfStory: number,
) {
  const HOUR = 3_600_000;
  const stateAfter = (events: readonly Event[]): State => {
    const state = events.reduce(
      (before, event, revision) =>
        decider.evolve(before, event, { revision, at: startOfStory + revision * HOUR }),
      decider.initialState,
    );
    // Snapshots keep states as JSON: nothing of them may depend on more.
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    return state;
  };
  return {
    stateAfter,
    given: (...events: Event[]) => ({
      when: (command: Command, facts: Facts) => {
        const decision = decider.decide(command, stateAfter(events), facts);
        return {
          thenRecorded: (...expected: Event[]) => {
            expect(decision).toEqual({ outcome: 'accepted', events: expected });
            // Whatever is decided can be folded.
            stateAfter([...events, ...expected]);
          },
          thenNothing: () => expect(decision).toEqual({ outcome: 'accepted', events: [] }),
          thenRefused: (...rules: string[]) => {
            if (decision.outcome !== 'refused') expect.fail(`accepted: ${JSON.stringify(decision.events)}`);
            expect(decision.objections.map(({ rule }) => rule)).toEqual(rules);
            for (const { message } of decision.objections) expect(message).toMatch(/^[A-Z].*\.$/);
          },
        };
      },
    }),
  };
}
