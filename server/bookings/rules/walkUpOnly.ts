import { onlyShrinks, type Rule, standsWhenever } from '../slot.ts';

/** A machine that nobody books: whoever comes and finds it free starts it. Strong. */
export const walkUpOnly: Rule = {
  name: 'walkUpOnly',
  against(slot, _calendar, { machine }) {
    if (machine.rules.starting !== 'walkUpOnly' || slot.walkUp) return null;
    if (slot.change?.booking.status === 'started' || onlyShrinks(slot)) return null;
    return standsWhenever(() => 'It is not booked ahead: when it is free, start it at the machine.');
  },
};
