import type { ItemDescription, Party } from '../../shared/items/events.ts';
import type { ItemEvent } from '../../shared/schemasOfEvents.ts';
import type { Recorded } from '../commands/decider.ts';

/** Where a loose thing is. `since`: UTC milliseconds of the newest fact that placed it. */
export interface Loose {
  status: 'loose';
  workshopId: string;
  shelf: string | null;
  since: number;
  /** The fitting that it came out of, as long as nothing else has been done with it since; for taking that back. */
  recovered: Omit<Fitted, 'status'> | null;
}
export interface Fitted {
  status: 'fitted';
  fittingId: string;
  into: string;
  since: number;
  /** Where it was before, for taking the fitting back. */
  before: Omit<Loose, 'recovered'>;
}
export interface Ended {
  status: 'consumed' | 'scrapped' | 'split';
  since: number;
  before: Loose;
  /** Of a thing that was split. */
  pieces: readonly string[];
}
export type Placement = Loose | Fitted | Ended;

/** A repair or modification that stands. `before`: what revision it was, where it was modified. */
export interface Work {
  repairId: string;
  kind: 'repair' | 'modification';
  before: ItemDescription['of'];
}

export interface KnownItem {
  status: 'known';
  begun: 'made' | 'received' | 'cut';
  description: ItemDescription;
  owner: Party;
  loan: { loanId: string; to: Party } | null;
  placement: Placement;
  works: readonly Work[];
  photographs: readonly string[];
  /** Answers to problems, by design and problem. */
  answers: Readonly<Record<string, 'fixed' | 'exempted'>>;
  /** When it began, UTC milliseconds. */
  since: number;
  /** Whether anything was done with it since it began. */
  touched: boolean;
  revision: number;
}
/** `unwritten`: nothing stands in its stream yet. `neverWas`: written down by mistake; it may be there after all, as it was. */
export type ItemState =
  | { status: 'unwritten' }
  | { status: 'neverWas'; was: KnownItem; revision: number }
  | KnownItem;

export const answerKey = (designId: string, problemId: string): string => `${designId}/${problemId}`;

function begun(
  event: Extract<ItemEvent, { type: 'ItemMade' | 'ItemReceived' | 'ItemCut' }>,
  revision: number,
): KnownItem {
  const { workshopId, description, owner, at } = event.data;
  const shelf = event.type === 'ItemReceived' ? event.data.shelf : null;
  const how = { ItemMade: 'made', ItemReceived: 'received', ItemCut: 'cut' } as const;
  return {
    status: 'known',
    begun: how[event.type],
    description,
    owner,
    loan: null,
    placement: { status: 'loose', workshopId, shelf, since: Date.parse(at), recovered: null },
    works: [],
    photographs: [],
    answers: {},
    since: Date.parse(at),
    touched: false,
    revision,
  };
}

/** Where it lies or lay last, whatever became of it. */
export function looseOf(placement: Placement): Omit<Loose, 'recovered'> {
  if (placement.status === 'loose') return placement;
  return placement.before;
}

function placed(placement: Placement, event: ItemEvent): Placement {
  switch (event.type) {
    case 'PartFitted': {
      const { fittingId, into, at } = event.data;
      const { workshopId, shelf, since } = looseOf(placement);
      const before = { status: 'loose', workshopId, shelf, since } as const;
      return { status: 'fitted', fittingId, into, since: Date.parse(at), before };
    }
    case 'FittingTakenBack':
    case 'FittingRefused':
      return { ...looseOf(placement), status: 'loose', recovered: null };
    case 'PartRecovered': {
      const { workshopId, shelf, at } = event.data;
      if (placement.status !== 'fitted') return placement;
      const { status: _, ...recovered } = placement;
      return { status: 'loose', workshopId, shelf, since: Date.parse(at), recovered };
    }
    case 'RecoveryTakenBack': {
      if (placement.status !== 'loose' || placement.recovered === null) return placement;
      return { status: 'fitted', ...placement.recovered };
    }
    case 'ItemMoved': {
      const { workshopId, shelf, at } = event.data;
      return { status: 'loose', workshopId, shelf, since: Date.parse(at), recovered: null };
    }
    case 'ItemConsumed':
    case 'ItemScrapped':
    case 'ItemSplit': {
      const how = { ItemConsumed: 'consumed', ItemScrapped: 'scrapped', ItemSplit: 'split' } as const;
      if (placement.status !== 'loose') return placement;
      return {
        status: how[event.type],
        since: Date.parse(event.data.at),
        before: placement,
        pieces: event.type === 'ItemSplit' ? event.data.pieces.map(({ itemId }) => itemId) : [],
      };
    }
    case 'ItemEndTakenBack':
      return placement.status === 'loose' || placement.status === 'fitted' ? placement : placement.before;
    default:
      return placement;
  }
}

/** Lending and giving place nothing, but nothing of them is written down before what is known either. */
const later = (placement: Placement, at: string): Placement =>
  placement.status === 'loose' ? { ...placement, since: Date.parse(at), recovered: null } : placement;

export function evolveItem(state: ItemState, event: ItemEvent, { revision }: Recorded): ItemState {
  if (event.type === 'ItemMade' || event.type === 'ItemReceived' || event.type === 'ItemCut') {
    return begun(event, revision);
  }
  if (state.status === 'neverWas') {
    return event.type === 'ItemEndTakenBack' ? { ...state.was, revision } : state;
  }
  if (state.status !== 'known') return state;
  const known = { ...state, revision };
  switch (event.type) {
    case 'ItemTakenBack':
      return { status: 'neverWas', was: state, revision };
    case 'ItemDescribed':
      return { ...known, description: event.data.description };
    case 'ItemPhotographAdded':
      return { ...known, photographs: [...state.photographs, event.data.fileId] };
    case 'ItemPhotographRemoved': {
      const { fileId } = event.data;
      return { ...known, photographs: state.photographs.filter((other) => other !== fileId) };
    }
    case 'ItemLent': {
      const { loanId, to, at } = event.data;
      return { ...known, touched: true, loan: { loanId, to }, placement: later(state.placement, at) };
    }
    case 'ItemReturned':
      return { ...known, loan: null, placement: later(state.placement, event.data.at) };
    case 'ItemGiven': {
      const { to, at } = event.data;
      const placement = later(state.placement, at);
      const there = to.kind === 'workshop' ? { workshopId: to.workshopId, shelf: null } : {};
      return { ...known, touched: true, owner: to, placement: { ...placement, ...there } };
    }
    case 'ItemRepaired': {
      const work: Work = { repairId: event.data.repairId, kind: 'repair', before: null };
      return { ...known, touched: true, works: [...state.works, work] };
    }
    case 'ItemModified': {
      const { repairId, of } = event.data;
      const work: Work = { repairId, kind: 'modification', before: state.description.of };
      const description = { ...state.description, of };
      return { ...known, touched: true, works: [...state.works, work], description };
    }
    case 'ItemRepairTakenBack': {
      const work = state.works.find(({ repairId }) => repairId === event.data.repairId);
      const works = state.works.filter((other) => other !== work);
      if (work?.kind !== 'modification') return { ...known, works };
      return { ...known, works, description: { ...state.description, of: work.before } };
    }
    case 'ItemProblemAnswered': {
      const { designId, problemId, answer } = event.data;
      return { ...known, answers: { ...state.answers, [answerKey(designId, problemId)]: answer } };
    }
    case 'ItemProblemReopened': {
      const key = answerKey(event.data.designId, event.data.problemId);
      const { [key]: _, ...answers } = state.answers;
      return { ...known, answers };
    }
    default:
      return { ...known, touched: true, placement: placed(state.placement, event) };
  }
}
