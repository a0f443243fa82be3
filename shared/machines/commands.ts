import { z } from 'zod';
import { freeText } from '../text.ts';
import { machineDescription } from './events.ts';

/** Names a thing once: a list that says it twice is a mistake. */
const withoutRepeats = (list: readonly string[]) => new Set(list).size === list.length;

const description = machineDescription
  .refine(({ dangers }) => withoutRepeats(dangers), { message: 'names a danger twice', path: ['dangers'] })
  .refine(({ requiredCompetences }) => withoutRepeats(requiredCompetences), {
    message: 'names a competence twice',
    path: ['requiredCompetences'],
  });

/** Body of `POST /api/workshops/{workshopId}/machines`. */
export const registerMachine = description;
export type RegisterMachine = z.infer<typeof registerMachine>;

/** Body of `PUT /api/machines/{machineId}/description`. */
export const describeMachine = description;
export type DescribeMachine = RegisterMachine;

/** Body of `POST /api/machines/{machineId}/retire`. */
export const retireMachine = z.strictObject({ reason: freeText.optional() });
export type RetireMachine = z.infer<typeof retireMachine>;

/** Body of `POST /api/machines/{machineId}/reinstate`. */
export const reinstateMachine = z.strictObject({});
