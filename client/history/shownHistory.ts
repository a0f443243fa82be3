import { batch, type Signal, signal } from '@preact/signals';
import type { PartLine } from '../../shared/designs/partLines.ts';
import type { DesignStep } from '../../shared/designs/steps.ts';
import type { Model } from '../../shared/models/model.ts';
import type { MomentsView } from '../../shared/network/momentViews.ts';
import { nodesOfLine } from '../designs/page/modelSelection.ts';
import { paletteOf, whenPaletteChanges } from '../viewer/palette.ts';
import type { Viewer } from '../viewer/viewer.ts';
import type { ViewState } from '../viewer/viewState.ts';
import { GHOSTED, HIDDEN } from '../viewer/visibility.ts';
import { ABSENT, changeTableOf, FIRST_ENTRY, TAKEN_OUT } from './changeTable.ts';
import type { InnerLines } from './innerLines.ts';
import { bytesOfLooks, type HistoryColouring, lookNumber, unknownLook } from './looks.ts';
import { type HistoryRow, type HistoryRows, historyRows } from './rows.ts';
import { type Follower, Scrub } from './scrub.ts';
import { NO_SLOTS, type Slots, slotsOf } from './slots.ts';

export interface HistorySources {
  view: MomentsView;
  /** The thing that is looked at, and its name. */
  thing: string;
  name: string;
  parts: readonly PartLine[];
  steps: readonly DesignStep[];
  /** Null: there is none, or not yet. */
  model: Model | null;
  /** What stands in the designs that stand in it; left out: nobody asks. */
  inner?: InnerLines | undefined;
  /** It was there before its first moment, as what is mended. */
  stood: boolean;
}

/** A history as it is run through: where the hand stands, and what it sees there. */
export class ShownHistory implements Follower {
  readonly sources: HistorySources;
  readonly rows: HistoryRows;
  readonly slots: Slots;
  readonly state: ViewState;
  /** The moment that is shown. */
  readonly at: Signal<number>;
  readonly by: Signal<HistoryColouring>;
  /** Whether what is not there yet is drawn faintly. */
  readonly faint: Signal<boolean>;
  readonly shade = signal(paletteOf(document.documentElement).shade);
  readonly chosen = signal<number | null>(null);
  /** The one piece of the model that was pressed; null: the whole row. */
  readonly pressed = signal<number | null>(null);
  /** One for each row: counts up when it is to be drawn anew. */
  readonly turns: readonly Signal<number>[];
  /** The first moment at which each entry left; -1: it never did. */
  readonly leftAt: Int32Array;
  readonly #scrub: Scrub;
  readonly #looks: Record<HistoryColouring, Uint8Array>;
  #colours: Uint8Array;
  #viewer: Viewer | null = null;
  #told: readonly string[] = [];

  constructor(sources: HistorySources, choices: Pick<ShownHistory, 'at' | 'by' | 'faint' | 'state'>) {
    const { view, thing, parts, steps, model, inner, stood } = sources;
    this.sources = sources;
    this.state = choices.state;
    this.at = choices.at;
    this.by = choices.by;
    this.faint = choices.faint;
    this.rows = historyRows(view.entries, thing, parts);
    this.slots = model ? slotsOf(model, inner) : NO_SLOTS;
    this.turns = this.rows.rows.map(() => signal(0));
    this.leftAt = new Int32Array(view.entries.length).fill(-1);
    view.moments.forEach(({ leaves }, moment) => {
      for (const entry of leaves) if (this.leftAt[entry] === -1) this.leftAt[entry] = moment;
    });
    const table = changeTableOf({ view, thing, rows: this.rows, slots: this.slots, steps, stood });
    this.#scrub = new Scrub(table, {
      pieces: this.slots.ofOccurrences.length,
      entries: view.entries.length,
      rows: this.rows.rows.length,
    });
    this.#looks = {
      provenance: Uint8Array.from(view.entries, (entry) => lookNumber(entry, 'provenance')),
      lives: Uint8Array.from(view.entries, (entry) => lookNumber(entry, 'lives')),
    };
    this.#colours = bytesOfLooks(this.by.peek(), this.shade.peek());
    this.go(this.at.peek());
  }

  get last(): number {
    return this.sources.view.moments.length - 1;
  }

  /** Which entries are in it now: 1 for each that is. */
  get there(): Uint8Array {
    return this.#scrub.entries;
  }

  isAssumed(row: number): boolean {
    return this.#scrub.assumed[row] === 1;
  }

  /** The entry that stands in a piece of the model; null: none that was written down. */
  entryIn(piece: number): number | null {
    const state = this.#scrub.pieces[piece] ?? ABSENT;
    return state >= FIRST_ENTRY ? state - FIRST_ENTRY : null;
  }

  /** Goes to a moment; beyond the ends to the end. */
  go(moment: number): void {
    const to = Math.min(this.last, Math.max(0, moment));
    batch(() => {
      this.#scrub.go(to, this);
      this.at.value = to;
    });
  }

  piece(occurrence: number, state: number): void {
    const viewer = this.#viewer;
    if (!viewer) return;
    const by = this.by.peek();
    const look = state >= FIRST_ENTRY ? (this.#looks[by][state - FIRST_ENTRY] ?? 0) : unknownLook(by);
    const away = this.faint.peek() ? GHOSTED : HIDDEN;
    const bits = state === ABSENT ? away : state === TAKEN_OUT ? HIDDEN : 0;
    const colours = this.#colours;
    const at = look * 3;
    viewer.wear(occurrence, bits, colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + 2] ?? 0);
  }

  entry(entry: number): void {
    this.assumed(this.rows.ofEntries[entry] ?? -1);
  }

  assumed(row: number): void {
    const turn = this.turns[row];
    if (turn) turn.value += 1;
  }

  /** Chooses a row of the list; null: none. */
  choose(row: number | null): void {
    const chosen = row === null ? undefined : this.rows.rows[row];
    const { model } = this.sources;
    const line = chosen?.line ?? null;
    this.#told = !model || !chosen ? [] : line ? nodesOfLine(model, line.id) : this.#nodesOf(model, chosen);
    batch(() => {
      this.chosen.value = row;
      this.pressed.value = null;
      this.state.selected.value = this.#told;
    });
  }

  /** What stands in the picture for a row without a line: what is in it now. */
  #nodesOf({ nodes, occurrences }: Model, { entries }: HistoryRow): string[] {
    const wanted = new Set(entries.map((entry) => FIRST_ENTRY + entry));
    const ids = occurrences.flatMap(({ node }, piece) =>
      wanted.has(this.#scrub.pieces[piece] ?? ABSENT) ? (nodes[node]?.id ?? []) : [],
    );
    return [...new Set(ids)];
  }

  /** Follows what is pressed in the picture: the row that it belongs to. */
  followSelected(): void {
    const selected = this.state.selected.value;
    const { model } = this.sources;
    if (!model || selected === this.#told) return;
    this.#told = selected;
    const node = model.nodes.findIndex(({ id }) => id === selected[0]);
    const line = this.slots.lines[this.slots.ofNodes[node] ?? -1] ?? null;
    const row = this.rows.rows.findIndex((each) => line !== null && each.line?.id === line);
    const piece = this.slots.occurrences[this.slots.ofNodes[node] ?? -1]?.[0] ?? null;
    batch(() => {
      this.chosen.value = row < 0 ? null : row;
      this.pressed.value = row < 0 ? null : piece;
    });
  }

  /** Follows the choices, and dresses a viewer's model as soon as it is there. To be run as an effect. */
  dress(viewer: Viewer): void {
    this.#viewer = viewer;
    this.#colours = bytesOfLooks(this.by.value, this.shade.value);
    void this.faint.value;
    if (viewer.model.value !== this.sources.model) return;
    const { pieces } = this.#scrub;
    for (let piece = 0; piece < pieces.length; piece += 1) {
      if ((this.slots.ofOccurrences[piece] ?? -1) >= 0) this.piece(piece, pieces[piece] ?? ABSENT);
    }
  }

  /** @returns what ends it. */
  followPalette(): () => void {
    return whenPaletteChanges(() => {
      this.shade.value = paletteOf(document.documentElement).shade;
    });
  }

  /** The number of an entry's look, as things are coloured now. */
  lookOf(entry: number): number {
    return this.#looks[this.by.value][entry] ?? 0;
  }
}
