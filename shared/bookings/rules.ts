import { z } from 'zod';
import { interval } from '../time.ts';

/** The rules that can stand against a booking or its use, by the names of the rulebook. */
export const bookingRule = z.enum([
  'interval',
  'overlap',
  'outage',
  'reserved',
  'retired',
  'ended',
  'competence',
  'membership',
  'past',
  'openingHours',
  'horizon',
  'notice',
  'shortest',
  'longest',
  'perDay',
  'open',
  'openTime',
  'gap',
  'turnaround',
  'heldForAnother',
  'walkUpOnly',
  'collection',
  'loans',
  'renewal',
]);
export type BookingRule = z.infer<typeof bookingRule>;

/** Never overridden by anybody. */
export const NEVER_OVERRIDDEN = [
  'interval',
  'overlap',
  'outage',
  'retired',
  'ended',
] as const satisfies BookingRule[];

/** One rule that stands against a command, with a sentence for the person. */
export const objection = z.strictObject({
  rule: z.string(),
  message: z.string(),
  /**
   * What one tap would write down first, so that the rule no longer stands: "Taken out of Loader 7 today". The same
   * command with `infer: true` does it, for every objection that has one.
   */
  offer: z.string().optional(),
});
export type Objection = z.infer<typeof objection>;

/** A refusal names every rule that stands, and the one nearest slot that satisfies all of them (else null). */
export const refusal = z.strictObject({ objections: z.array(objection), nearest: interval.nullable() });
export type Refusal = z.infer<typeof refusal>;
