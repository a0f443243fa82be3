import type { ThingStatus, ThingView } from '../../../shared/items/views.ts';

/** What can be told of a thing; each has a form of its own. */
export type Act =
  | 'takeOut'
  | 'fit'
  | 'move'
  | 'repair'
  | 'lend'
  | 'return'
  | 'give'
  | 'modify'
  | 'split'
  | 'scrap'
  | 'consume'
  | 'describe'
  | 'intoService';

export interface ActProps {
  thing: ThingView;
  /** It is told, or taken back: read the thing again, close the form. */
  onDone: () => void;
}

/** In the order in which they are offered; what only makes sense now and then is left out. */
const OFFERED: Record<ThingStatus, readonly Act[]> = {
  beingMade: ['describe'],
  unfinished: ['describe', 'move', 'scrap'],
  loose: [
    'fit',
    'move',
    'repair',
    'lend',
    'return',
    'give',
    'modify',
    'describe',
    'intoService',
    'split',
    'consume',
    'scrap',
  ],
  fitted: [
    'takeOut',
    'move',
    'repair',
    'fit',
    'modify',
    'describe',
    'give',
    'lend',
    'return',
    'consume',
    'scrap',
  ],
  consumed: [],
  scrapped: [],
  split: [],
  neverWas: [],
};

/** Whether an act makes sense for this thing and this viewer. */
const isOffered: Partial<Record<Act, (thing: ThingView) => boolean>> = {
  lend: ({ loan }) => loan === null,
  return: ({ loan }) => loan !== null,
  give: ({ allowedActions }) => allowedActions.includes('item.give'),
  intoService: ({ machine, allowedActions }) =>
    !machine?.inService && allowedActions.includes('machine.register'),
};

/** What the viewer may tell of a thing now, the likeliest first. */
export function actsFor(thing: ThingView): Act[] {
  const mayChange = thing.allowedActions.includes('item.change');
  return OFFERED[thing.status].filter(
    (act) => (mayChange || act === 'give' || act === 'intoService') && (isOffered[act]?.(thing) ?? true),
  );
}

/** How many stand as buttons above the fold; the rest is one press away. */
export const IN_SIGHT = 3;
