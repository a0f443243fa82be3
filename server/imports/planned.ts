import type { Outcome } from '../commands/outcome.ts';
import type { Cell } from './cells.ts';

/** What a row would do, worked out before anything is written. */
export interface PlannedRow {
  name: string;
  /** What it makes, in short pieces. */
  gives: string[];
  /** Whatever stands against it: then nothing is written for it. */
  mistakes: string[];
  /** What it asks for and will not get. */
  shortfalls: string[];
  /** It stands already. */
  known: boolean;
  /** Writes it; the id of each command is derived, so again is safe. */
  carryOut(): Promise<CarriedOut>;
}

/** Whether the row stands now, and what was not done of it, as sentences. */
export interface CarriedOut {
  stands: boolean;
  notes: string[];
}

/** Of a row that is one command. */
export function carriedOut(outcome: Outcome): CarriedOut {
  const notes = standingAgainst(outcome);
  return { stands: notes.length === 0, notes };
}

/** Takes cells apart and collects what is wrong with them. */
export class Reading {
  readonly mistakes: string[] = [];

  /** The value of a cell, or the other one, with its mistake noted. */
  take<Value>(cell: Cell<Value>, otherwise: Value): Value {
    if ('value' in cell) return cell.value;
    this.mistakes.push(cell.mistake);
    return otherwise;
  }
}

/** What stood against a command, as sentences; none where it was carried out. */
export function standingAgainst(outcome: Outcome): string[] {
  switch (outcome.outcome) {
    case 'accepted':
    case 'wouldBeAccepted':
      return [];
    case 'refused':
      return outcome.objections.map(({ message }) => message);
    case 'commandIdReused':
      return ['The same import was sent with another table before: send it anew.'];
    case 'stale':
    case 'contended':
      return ['Others were writing at the same moment: send the same again.'];
  }
}
