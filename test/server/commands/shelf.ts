import { accepted, type Decider, refused } from '../../../server/commands/decider.ts';
import type { CommandDefinition } from '../../../server/commands/definition.ts';
import type { WorkshopEvent } from '../../../shared/schemasOfEvents.ts';

/** The smallest rulebook worth the name: a workshop defines competences, each name once, at most as many as allowed. */
export interface ShelfState {
  names: Record<string, number>;
}
export interface Define {
  workshopId: string;
  competenceId: string;
  name: string;
}
export interface ShelfFacts {
  most: number;
}

export const shelf: Decider<ShelfState, Define, WorkshopEvent, ShelfFacts> = {
  category: 'workshop',
  version: 1,
  initialState: { names: {} },
  evolve: (state, event, { revision }) =>
    event.type === 'CompetenceDefined' ? { names: { ...state.names, [event.data.name]: revision } } : state,
  decide: ({ workshopId, competenceId, name }, state, { most }) => {
    if (name === 'nothing') return accepted();
    if (Object.hasOwn(state.names, name))
      return refused({ rule: 'once', message: `${name} is there already.` });
    if (Object.keys(state.names).length >= most)
      return refused({ rule: 'most', message: 'The shelf is full.' });
    return accepted({ type: 'CompetenceDefined', data: { workshopId, competenceId, name } });
  },
};

export function defining(
  most = Number.POSITIVE_INFINITY,
): CommandDefinition<Define, ShelfState, WorkshopEvent, ShelfFacts> {
  return {
    type: 'DefineCompetence',
    decider: shelf,
    stream: ({ workshopId }) => `workshop-${workshopId}`,
    facts: () => ({ most }),
    entityRevision: (state, { name }) => state.names[name],
  };
}
