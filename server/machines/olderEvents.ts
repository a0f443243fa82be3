import type { JsonObject, JsonValue } from '../../shared/event.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { Upcaster } from '../eventstore/upcaster.ts';

/** What a description of version 1 did not say yet. */
const unsaid: JsonObject = {
  tier: 'workshop',
  lentBy: null,
  origin: 'unknown',
  area: null,
  protection: [],
  emergencyStop: null,
  dependsOn: [],
  meters: [],
  contents: [],
};

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inFull = ({ description, ...data }: JsonObject): JsonObject => ({
  ...data,
  description: { ...(isObject(description) ? description : {}), ...unsaid },
});

/** Before machines had rules of their own, a place in the workshop and an owner, they asked nothing of a booking. */
export const olderMachineEvents: readonly Upcaster[] = [
  {
    type: 'MachineRegistered',
    fromVersion: 1,
    upcast: (data) => ({ ...inFull(data), rules: { ...NO_BOOKING_RULES } }),
  },
  { type: 'MachineDescribed', fromVersion: 1, upcast: inFull },
];
