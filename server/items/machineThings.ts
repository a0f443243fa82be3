import type { ItemDescription, Party } from '../../shared/items/events.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';

/** Whose a machine is: of a member who lends it, else the workshop's. */
export const ownerOfMachine = (workshopId: string, { tier, lentBy }: MachineDescription): Party =>
  tier === 'lent' && lentBy !== null
    ? { kind: 'member', memberId: lentBy }
    : { kind: 'workshop', workshopId };

/** A machine as a thing, before anything else is written down of it. */
export const thingOfMachine = ({
  name,
  maker,
  model,
}: Pick<MachineDescription, 'name' | 'maker' | 'model'>): ItemDescription => ({
  name,
  of: null,
  specification: [maker, model].filter((word) => word !== null).join(' '),
  material: '',
  massKilograms: null,
  sizes: [],
  interfaces: [],
});
