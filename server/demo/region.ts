import type { PersonPlan, WorkshopPlan } from './plan.ts';
import { derwent, derwentPeople } from './workshops/derwent.ts';
import { jacaranda, jacarandaPeople } from './workshops/jacaranda.ts';
import { kaiwerk, kaiwerkPeople } from './workshops/kaiwerk.ts';
import { scheune, scheunePeople } from './workshops/scheune.ts';

/** The demo region: two workshops near each other, one far in the west, one far in the south. */
export const workshopPlans: readonly WorkshopPlan[] = [kaiwerk, scheune, jacaranda, derwent];

/** Everybody in the region. All of them are made up. */
export const people: readonly PersonPlan[] = [
  ...kaiwerkPeople,
  ...scheunePeople,
  ...jacarandaPeople,
  ...derwentPeople,
];
