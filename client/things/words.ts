import type { NamedParty, StoryEntry, ThingView } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { massInWords } from '../designs/figures.ts';
import { todayIn, wallIn } from '../time/zone.ts';
import { dayWord } from '../time.ts';

const words = t.things;
const GONE: readonly string[] = ['consumed', 'scrapped', 'split', 'neverWas'];

/** Whether it is nothing any more, or in pieces. */
export const isGone = ({ status }: Pick<ThingView, 'status'>) => GONE.includes(status);

/** `in its third machine`, `was in 2 machines`, `never fitted yet`. */
export function livesInWords({ lives, status }: Pick<ThingView, 'lives' | 'status'>): string {
  if (lives === 0) return words.lives.none;
  return status === 'fitted' ? words.lives.now(lives) : words.lives.before(lives);
}

/** Whose, or who: a member whom the viewer may not know is a member. */
export function partyInWords(party: NamedParty): string {
  if (party.kind === 'workshop') return party.workshop.name;
  if (party.kind === 'outside') return words.outside;
  return party.member === null ? words.member : (party.member.name ?? t.words.formerMember);
}

/** The day of an instant on the wall of a thing's workshop, as one says it. */
export const dayThere = (at: string, timeZone: string) =>
  dayWord(wallIn(at, timeZone).date, todayIn(timeZone, Date.now()));

const TOLD_BY: Record<string, (entry: StoryEntry) => string> = {
  ItemReceived: ({ how, other }) => {
    if (how === 'recovered') return other ? 'ItemReceivedRecovered' : 'ItemReceivedRecoveredUnknown';
    if (how === 'bought') return 'ItemReceivedBought';
    if (how === 'given') return 'ItemReceivedGiven';
    return how === 'found' ? 'ItemReceivedFound' : 'ItemReceived';
  },
  PartFitted: ({ buildId }) => (buildId ? 'PartFittedInBuild' : 'PartFitted'),
  PartRecovered: ({ buildId }) => (buildId ? 'PartRecoveredInBuild' : 'PartRecovered'),
  ItemModified: ({ of }) => (of ? 'ItemModifiedInto' : 'ItemModified'),
  ItemConsumed: ({ buildId }) => (buildId ? 'ItemConsumedInBuild' : 'ItemConsumed'),
};

/** The sentence of the catalogue by which an entry of the story is told. */
export function sentenceFor(entry: StoryEntry): string {
  const { entries } = t.thingStory;
  const named = TOLD_BY[entry.type]?.(entry) ?? entry.type;
  return entries[named] ?? entries.other ?? '';
}

/** What an entry says beside its sentence: how good, how heavy, until when. */
export function detailsOf(entry: StoryEntry, timeZone: string): string[] {
  const { grade, massKilograms, material, until, shelf, type } = entry;
  const weight = massKilograms === null ? '' : massInWords(massKilograms);
  return [
    grade ? words.grades[grade] : '',
    [weight, material].filter(Boolean).join(' '),
    until ? words.until(dayThere(until, timeZone)) : '',
    shelf && type !== 'ItemMoved' ? shelf : '',
  ].filter(Boolean);
}
