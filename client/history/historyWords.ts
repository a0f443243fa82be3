import type { PartLine } from '../../shared/designs/partLines.ts';
import { converted } from '../../shared/designs/units.ts';
import type { MomentEntry, MomentRow } from '../../shared/network/momentViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { locale } from '../catalogue/text.ts';
import { quantityInWords } from '../designs/figures.ts';
import { wallIn } from '../time/zone.ts';
import { longDate } from '../time.ts';
import { LOOKS, type Look } from './looks.ts';
import type { ShownHistory } from './shownHistory.ts';

const words = t.history;
/** Made once: a row is told anew with every step of a hand. */
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const plain = (value: number) => numbers.format(value);
const lower = new Map(
  Object.entries(words.looks).map(([look, word]) => [look, word.toLocaleLowerCase(locale)] as const),
);
const wordOf = (look: Look): string => lower.get(look) ?? '';
/** Parts that a sentence names; of more it says how many. */
const MOST_NAMED = 3;

/** `recovered, in its third machine` */
export function pastInWords({ provenance, lives }: Pick<MomentEntry, 'provenance' | 'lives'>): string {
  const came = wordOf(provenance);
  return lives > 1 ? `${came}, ${t.things.lives.now(lives)}` : came;
}

const pieceInWords = (entry: MomentEntry): string => {
  const { name, quantity, unit, itemId } = entry;
  const counted = itemId === null && (quantity !== 1 || unit !== 'piece');
  return words.pieceWith(
    counted ? `${quantityInWords(quantity, unit)} ${name}` : name,
    itemId === null && entry.provenance === 'unknown' ? '' : pastInWords(entry),
  );
};

/** What happened at a moment, as a sentence. @param machineName of a machine's id; null where it is not known. */
export function momentInWords(
  { kind, step, about, enters, leaves }: MomentRow,
  { sources }: Pick<ShownHistory, 'sources'>,
  machineName: (machineId: string) => string | null,
): string {
  const say = words.moments[kind];
  const parts = [...enters, ...leaves].flatMap((number) => sources.view.entries[number] ?? []);
  if (parts.length > 0) {
    const named = parts.slice(0, MOST_NAMED).map(pieceInWords);
    const more = parts.length - named.length;
    return say(t.words.and(more > 0 ? [...named, words.andMore(String(more))] : named));
  }
  if (kind === 'machineUsed') return say((about !== null && machineName(about)) || '');
  return say(sources.steps.find(({ id }) => id === step)?.title ?? '');
}

/** `Sunday, 22 November 2026, 14:05` on the wall of a workshop. */
export function whenInWords(at: string, timeZone: string): string {
  const { date, time } = wallIn(at, timeZone);
  return `${longDate(date)}, ${time}`;
}

export interface RowNow {
  /** The look of what is in it, the most frequent first; nothing: it is not there. */
  looks: readonly Look[];
  text: string;
}

/** What a row says at the moment that is shown. */
export function rowNow(shown: ShownHistory, number: number): RowNow {
  const row = shown.rows.rows[number];
  const names: readonly Look[] = LOOKS[shown.by.value];
  if (!row) return { looks: [], text: '' };
  const { entries } = shown.sources.view;
  const counts = new Map<Look, number>();
  let there = 0;
  for (const index of row.entries) {
    const entry = entries[index];
    const look = names[shown.lookOf(index)];
    if (!entry || !look || shown.there[index] !== 1) continue;
    const quantity = quantityFor(entry, row.line);
    there += quantity;
    counts.set(look, (counts.get(look) ?? 0) + quantity);
  }
  if (there === 0) {
    const outer = row.outer < 0 ? null : rowNow(shown, row.outer);
    // What stands in something that is there came along with it, whatever nobody wrote down of it.
    if (outer && outer.looks.length > 0) return { looks: outer.looks, text: words.row.along };
    const assumed = shown.isAssumed(number);
    const wasThere = row.entries.some((index) => wentBefore(shown, index));
    const none = wasThere ? words.row.out : words.row.none;
    return {
      looks: assumed && !wasThere ? ['unknown'] : [],
      text: assumed && !wasThere ? words.row.assumed : none,
    };
  }
  const looks = [...counts].toSorted(([, one], [, other]) => other - one).map(([look]) => look);
  const said = looks.map((look) => {
    const word = wordOf(look);
    return looks.length > 1 ? `${plain(counts.get(look) ?? 0)} ${word}` : word;
  });
  const isMore = row.line !== null && there < row.line.quantity && shown.isAssumed(number);
  const rest = isMore ? words.row.rest : '';
  return { looks, text: [howMany(there, row.line), said.join(', '), rest].filter(Boolean).join(' · ') };
}

function howMany(there: number, line: PartLine | null): string {
  if (line === null) return there === 1 ? '' : plain(there);
  if (line.quantity === 1 && there === 1 && line.unit === 'piece') return '';
  const all =
    line.unit === 'piece' ? plain(line.quantity) : `${plain(line.quantity)} ${t.quantities.units[line.unit]}`;
  return words.row.some(plain(there), all);
}

const quantityFor = ({ quantity, unit }: MomentEntry, line: PartLine | null): number =>
  line === null ? quantity : (converted(quantity, unit, line.unit) ?? quantity);

/** Whether an entry left at this moment or before. */
const wentBefore = (shown: ShownHistory, entry: number): boolean => {
  const left = shown.leftAt[entry] ?? -1;
  return left >= 0 && left <= shown.at.peek();
};
