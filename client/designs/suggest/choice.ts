import { type ContentChange, type ContentConflict, keyOfChange } from '../../../shared/designs/changes.ts';
import type { AdoptSuggestionBody } from '../../../shared/designs/commands.ts';
import { toldChanges } from '../draft/changeWords.ts';

export type OurSide = 'mine' | 'theirs';

/** What a maintainer has decided so far about the changes that are shown. */
export interface Choice {
  /** Keys of the changes that are taken. */
  taken: ReadonlySet<string>;
  /** Whose side stands, by key. */
  sides: ReadonlyMap<string, OurSide>;
}

export interface Offer {
  changes: readonly ContentChange[];
  conflicts: readonly ContentConflict[];
}

/** A design keeps its title where nobody asks for the other one. */
const isTakenUnasked = (key: string) => key !== 'title';
const told = (changes: readonly ContentChange[]) => toldChanges(changes).map(keyOfChange);

export const firstChoice = ({ changes }: Offer): Choice => ({
  taken: new Set(told(changes).filter(isTakenUnasked)),
  sides: new Map(),
});

/** Chosen changes that met something else, and for which nobody said whose side stands. */
export const undecided = ({ taken, sides }: Choice, { conflicts }: Offer): string[] =>
  conflicts.map(({ change }) => keyOfChange(change)).filter((key) => taken.has(key) && !sides.has(key));

/** Those of the shown changes that go over: not where ours is kept. */
export const goingOver = ({ taken, sides }: Choice, { changes }: Offer): ContentChange[] =>
  toldChanges(changes).filter((change) => {
    const key = keyOfChange(change);
    return taken.has(key) && sides.get(key) !== 'mine';
  });

/** How many of the shown changes go over, and of how many. */
export function counted(choice: Choice, offer: Offer): { taken: number; all: number } {
  const { taken } = choice;
  const keys = told(offer.changes);
  const count = goingOver(choice, offer).length;
  // Leaving the title is no choice against anything.
  return { taken: count, all: keys.filter((key) => isTakenUnasked(key) || taken.has(key)).length };
}

/** What is not shown by itself goes the way of the one that it belongs to. */
function leaderOf(change: ContentChange): string | null {
  if (change.kind !== 'set' || change.at.length !== 3) return null;
  const leader = { written: 'quantity', bytes: 'fileId' }[change.at[2] ?? ''];
  return leader === undefined ? null : [...change.at.slice(0, 2), leader].join('/');
}

/** What is sent; sides of changes that are not chosen are left out. */
export function adoptBody(
  { taken, sides }: Choice,
  { changes, conflicts }: Offer,
  { onto, words }: { onto: number; words: string },
): AdoptSuggestionBody {
  const shown = new Set(told(changes));
  const conflicting = new Set(conflicts.map(({ change }) => keyOfChange(change)));
  const picked: string[] = [];
  const decided: Record<string, OurSide> = {};
  for (const change of changes) {
    const key = keyOfChange(change);
    const leader = leaderOf(change) ?? key;
    if (shown.has(leader) && !taken.has(leader)) continue;
    picked.push(key);
    if (conflicting.has(key)) decided[key] = sides.get(leader) ?? 'mine';
  }
  return { changes: picked, sides: decided, onto, words };
}
