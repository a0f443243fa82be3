import { type Rule, standsWhenever } from '../slot.ts';

/** A machine that is retired, or not yet in service, takes no bookings. Convergent. */
export const retired: Rule = {
  name: 'retired',
  against: (_slot, _calendar, { machine }) =>
    machine.inService ? null : standsWhenever(() => `${machine.name} is not in service.`),
};
