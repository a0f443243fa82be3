import type { FittingRefusal, ItemDescription, Party, ReceivedHow } from '../../shared/items/events.ts';

/** Another thing that a command names, as the views know it. Ordered: folding decides where two race. */
export interface OtherThing {
  name: string;
  /** Why nothing goes into it; null where nothing stands against it. */
  refusal: FittingRefusal | null;
  /** Whether it may still be opened: it was not used up, cut up or never there. */
  opens: boolean;
}

/** A machine of which nothing stands in its thing's stream yet. */
export interface UnwrittenMachine {
  workshopId: string;
  code: string;
  description: ItemDescription;
  owner: Party;
  how: ReceivedHow;
  /** When it was registered, UTC milliseconds. */
  since: number;
}

/** What the rules of a thing ask of elsewhere. All of it convergent, except what `other` says. */
export interface ItemFacts {
  /** UTC milliseconds. */
  now: number;
  /** A free code for each thing that the command begins, by id. */
  codes: Readonly<Record<string, string>>;
  machine: UnwrittenMachine | null;
  /** A build has begun it and not finished it. */
  isBeingMade: boolean;
  /** What it is to be fitted into, or came out of; null where there is no such thing. */
  other: OtherThing | null;
  /** What it is fitted in now, by name. */
  containerName: string;
  /** The workshop where it is, through what it is inside of. */
  whereNow: string | null;
  holdsParts: boolean;
  fileFits: boolean;
  /** The workshop by whose machine rules it is booked now, by name; null where it is no machine in service. */
  inServiceAt: string | null;
  /** Whether the workshop, or the party, that the command names is here. */
  isKnownThere: boolean;
  /** Whether every revision of a design is here that the command says a thing to be of. */
  revisionsAreKnown: boolean;
  /** Whether anything was done with one of the pieces since it was split. */
  piecesTouched: boolean;
}

/** Nothing known from elsewhere. */
export const NO_ITEM_FACTS: ItemFacts = {
  now: 0,
  codes: {},
  machine: null,
  isBeingMade: false,
  other: null,
  containerName: '',
  whereNow: null,
  holdsParts: false,
  fileFits: false,
  inServiceAt: null,
  isKnownThere: true,
  revisionsAreKnown: true,
  piecesTouched: false,
};
