import type { DesignStep } from '../../shared/designs/steps.ts';
import { converted } from '../../shared/designs/units.ts';
import type { MomentEntry, MomentsView } from '../../shared/network/momentViews.ts';
import { DeltaNotes, type Deltas } from './deltas.ts';
import { Missing } from './missing.ts';
import type { HistoryRow, HistoryRows } from './rows.ts';
import type { Slots } from './slots.ts';

/** States of a piece of the model: not there yet; there, though nobody wrote down where from; taken out; or an entry. */
export const ABSENT = 0;
export const ASSUMED = 1;
export const TAKEN_OUT = 2;
/** The state of a piece that entry number 0 met; of number n it is so many more. */
export const FIRST_ENTRY = 3;

/** All that changes from moment to moment, worked out once. */
export interface ChangeTable {
  readonly moments: number;
  /** Of each occurrence of the model its state. */
  readonly pieces: Deltas;
  /** Of each entry whether it is in the thing: 0 or 1. */
  readonly entries: Deltas;
  /** Of each row whether it counts as met though nobody wrote it down: 0 or 1. */
  readonly assumed: Deltas;
}

export interface TableSources {
  view: Pick<MomentsView, 'entries' | 'moments'>;
  /** The thing that is looked at. */
  thing: string;
  rows: HistoryRows;
  slots: Slots;
  steps: readonly Pick<DesignStep, 'id' | 'parts'>[];
  /** It was there before its first moment, as what is mended. */
  stood: boolean;
}

/** Works out what each moment changes. */
export function changeTableOf(sources: TableSources): ChangeTable {
  const table = new TableMaking(sources);
  for (const moment of sources.view.moments) table.add(moment);
  return table.done();
}

class TableMaking {
  readonly #entries: readonly MomentEntry[];
  readonly #thing: string;
  readonly #rows: readonly HistoryRow[];
  readonly #ofEntries: Int32Array;
  readonly #slots: Slots;
  readonly #pieces: DeltaNotes;
  readonly #in: DeltaNotes;
  readonly #assumed: DeltaNotes;
  /** Entries that entered and did not leave, whether or not what they are in is there. */
  readonly #there: Uint8Array;
  /** Of each slot the entry that met it, or -1; and whether something was taken out of it. */
  readonly #metBy: Int32Array;
  readonly #isOut: Uint8Array;
  readonly #slotsOf: number[][];
  /** Slots within each slot, through all levels. */
  readonly #slotsIn: number[][];
  readonly #missing = new Missing();
  /** Entries that went into a thing, and those that are the thing. */
  readonly #inside: Map<string | null, number[]>;
  readonly #being: Map<string | null, number[]>;
  readonly #stepsOfLine = new Map<string, string[]>();
  readonly #stepsDone = new Set<string>();
  #isWhole: boolean;
  #count = 0;

  constructor({ view, thing, rows, slots, steps, stood }: TableSources) {
    const { entries } = view;
    this.#entries = entries;
    this.#thing = thing;
    this.#rows = rows.rows;
    this.#ofEntries = rows.ofEntries;
    this.#slots = slots;
    this.#pieces = new DeltaNotes(slots.ofOccurrences.length);
    this.#in = new DeltaNotes(entries.length);
    this.#assumed = new DeltaNotes(rows.rows.length);
    this.#there = new Uint8Array(entries.length);
    this.#metBy = new Int32Array(slots.lines.length).fill(-1);
    this.#isOut = new Uint8Array(slots.lines.length);
    this.#slotsOf = entries.map(() => []);
    this.#slotsIn = slots.lines.map(() => []);
    slots.around.forEach((nearest, slot) => {
      for (let outer = nearest; outer >= 0; outer = slots.around[outer] ?? -1)
        this.#slotsIn[outer]?.push(slot);
    });
    const numbers = entries.map((_, number) => number);
    this.#inside = Map.groupBy(numbers, (number) => entries[number]?.into ?? null);
    this.#being = Map.groupBy(numbers, (number) => entries[number]?.itemId ?? null);
    for (const { id, parts } of steps) {
      for (const { line } of parts) this.#stepsOfLine.set(line, [...(this.#stepsOfLine.get(line) ?? []), id]);
    }
    this.#isWhole = stood;
    if (stood) this.#assumeAnew();
  }

  add({ kind, step, enters, leaves }: MomentsView['moments'][number]): void {
    for (const entry of enters) this.#enter(entry);
    for (const entry of leaves) this.#leave(entry);
    const isDone = kind === 'stepDone';
    if ((isDone || kind === 'stepUndone') && step !== null) {
      if (isDone) this.#stepsDone.add(step);
      else this.#stepsDone.delete(step);
      this.#assumeAnew();
    }
    if ((kind === 'made' || kind === 'begun') && !this.#isWhole) {
      this.#isWhole = true;
      this.#assumeAnew();
    }
    for (const notes of [this.#pieces, this.#in, this.#assumed]) notes.endMoment();
    this.#count += 1;
  }

  done(): ChangeTable {
    return {
      moments: this.#count,
      pieces: this.#pieces.done(),
      entries: this.#in.done(),
      assumed: this.#assumed.done(),
    };
  }

  #enter(number: number): void {
    const entry = this.#entries[number];
    if (!entry || this.#there[number]) return;
    this.#there[number] = 1;
    this.#missing.entered(entry);
    if (this.#isHolding(entry.into)) this.#turn(number, 1);
  }

  #leave(number: number): void {
    const entry = this.#entries[number];
    if (!entry || !this.#there[number]) return;
    this.#there[number] = 0;
    this.#missing.left(entry);
    this.#turn(number, 0);
  }

  /** Whether what goes into this shows: it is the thing itself, or in it. */
  #isHolding(into: string | null): boolean {
    if (into === null || into === this.#thing) return true;
    return (this.#being.get(into) ?? []).some((number) => this.#in.states[number] === 1);
  }

  /** What is inside of it comes and goes along. */
  #turn(first: number, to: 0 | 1): void {
    const waiting = [first];
    const came: number[] = [];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (this.#in.states[number] === to) continue;
      this.#in.set(number, to);
      if (to === 0) this.#free(number);
      else if (this.#meet(number)) came.push(number);
      const item = this.#entries[number]?.itemId ?? null;
      if (item === null || item === this.#thing || (to === 0 && this.#isHolding(item))) continue;
      for (const each of this.#inside.get(item) ?? []) if (this.#there[each]) waiting.push(each);
    }
    for (const number of came) this.#leaveOpen(number);
  }

  /**
   * An entry takes places of its line: those that are empty first, then those of which nobody knew.
   * @returns whether it stands in the picture
   */
  #meet(number: number): boolean {
    const entry = this.#entries[number];
    if (!entry) return false;
    const line = this.#rows[this.#ofEntries[number] ?? -1]?.line ?? null;
    const slots = this.#slotsFor(entry, line);
    let wanted = line ? placesFor(entry, line, slots.length) : entry.itemId === null ? slots.length : 1;
    for (const assumed of [false, true]) {
      for (const slot of slots) {
        if (wanted === 0) break;
        if ((this.#metBy[slot] ?? -1) >= 0 || this.#isAssumed(slot) !== assumed) continue;
        this.#metBy[slot] = number;
        this.#slotsOf[number]?.push(slot);
        // It came whole: what was taken out of another one there is not missing here.
        for (const inner of this.#slotsIn[slot] ?? []) this.#isOut[inner] = 0;
        this.#drawAnew(slot);
        wanted -= 1;
      }
    }
    return (this.#slotsOf[number]?.length ?? 0) > 0;
  }

  /** The places where an entry may stand: those of its line, within what it went into. */
  #slotsFor({ into, line: named }: MomentEntry, line: HistoryRow['line']): readonly number[] {
    const { byLine } = this.#slots;
    if (named === null) return [];
    if (into === null || into === this.#thing) return line?.id === named ? (byLine.get(named) ?? []) : [];
    return (this.#being.get(into) ?? []).flatMap((holder) => this.#slotsInside(holder, named));
  }

  /** The places of a line within what an entry stands in. */
  #slotsInside(holder: number, line: string): readonly number[] {
    const { byLine, within } = this.#slots;
    const outer = this.#slotsOf[holder] ?? [];
    const own = outer.flatMap((slot) => within.get(`${slot}>${line}`) ?? []);
    if (own.length > 0) return own;
    const around = new Set(outer.flatMap((slot) => this.#slotsIn[slot] ?? []));
    return (byLine.get(line) ?? []).filter((slot) => around.has(slot));
  }

  /** What was taken out of a thing before it came is missing in the picture too. */
  #leaveOpen(number: number): void {
    for (const [line, count] of this.#missing.of(this.#entries[number]?.itemId ?? null)) {
      const free = this.#slotsInside(number, line).filter((slot) => (this.#metBy[slot] ?? -1) < 0);
      for (const slot of free.slice(0, count)) {
        this.#isOut[slot] = 1;
        this.#drawAnew(slot);
      }
    }
  }

  #free(number: number): void {
    for (const slot of this.#slotsOf[number]?.splice(0) ?? []) {
      this.#metBy[slot] = -1;
      this.#isOut[slot] = 1;
      this.#drawAnew(slot);
    }
  }

  #isDoneWith(line: string | null, ownStep: string | null): boolean {
    if (this.#isWhole) return true;
    const named = line === null ? undefined : this.#stepsOfLine.get(line);
    if (named) return named.every((step) => this.#stepsDone.has(step));
    return ownStep !== null && this.#stepsDone.has(ownStep);
  }

  #isAssumed(slot: number): boolean {
    const { lines, steps } = this.#slots;
    return !this.#isOut[slot] && this.#isDoneWith(lines[slot] ?? null, steps[slot] ?? null);
  }

  #assumeAnew(): void {
    const { lines, steps, byLine } = this.#slots;
    lines.forEach((_, slot) => {
      this.#drawAnew(slot);
    });
    this.#rows.forEach(({ line }, row) => {
      if (line === null) return;
      const slot = byLine.get(line.id)?.[0] ?? -1;
      this.#assumed.set(row, this.#isDoneWith(line.id, steps[slot] ?? null) ? 1 : 0);
    });
  }

  #drawAnew(slot: number): void {
    for (const occurrence of this.#slots.occurrences[slot] ?? [])
      this.#pieces.set(occurrence, this.#stateOf(this.#slots.ofOccurrences[occurrence] ?? -1));
  }

  /** The innermost place of which something is written down says what a piece is. */
  #stateOf(innermost: number): number {
    let assumed = false;
    for (let slot = innermost; slot >= 0; slot = this.#slots.around[slot] ?? -1) {
      const entry = this.#metBy[slot] ?? -1;
      if (entry >= 0) return FIRST_ENTRY + entry;
      if (this.#isOut[slot]) return TAKEN_OUT;
      assumed ||= this.#isAssumed(slot);
    }
    return assumed ? ASSUMED : ABSENT;
  }
}

/** How many of a line's places an entry takes: its share of what the line asks for, one at least. */
function placesFor(
  { quantity, unit, itemId }: MomentEntry,
  line: NonNullable<HistoryRow['line']>,
  places: number,
): number {
  const inUnit = converted(quantity, unit, line.unit);
  if (inUnit === null) return itemId === null ? places : 1;
  return Math.min(places, Math.max(1, Math.round((inUnit / line.quantity) * places)));
}
