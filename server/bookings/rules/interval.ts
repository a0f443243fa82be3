import { type Rule, standsWhenever } from '../slot.ts';

/** A booking starts before it ends. Strong. */
export const interval: Rule = {
  name: 'interval',
  against: ({ start, end }) =>
    start < end ? null : standsWhenever(() => 'A booking has to start before it ends.'),
};
