import { batch, type Signal, signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { BookingView } from '../../shared/bookings/views.ts';
import type { CommandReply } from '../../shared/commandReply.ts';
import { type BookingAct, giveAct, tryAct, type Verdict } from '../booking/acts.ts';
import { spanHeard } from '../booking/moments.ts';
import { tellDone, tellPlaced } from '../booking/tell.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { todayIn } from '../time/zone.ts';
import { slotInWords } from '../ui/objections.tsx';
import type { Board, BoardRow } from './board.ts';
import type { BubbleContent } from './bubble.tsx';
import type { Proposal } from './gesture.ts';
import type { GhostState } from './ghost.ts';
import { latestQuestion } from './latest.ts';
import type { Pending } from './pending.ts';

/** Quiet before a dry run is sent during a drag, milliseconds. */
const DELAY = 140;

export interface Proposals {
  /** What stands against the proposal in hand, or against the one just refused. */
  bubble: Signal<BubbleContent | null>;
  pendings: Signal<readonly Pending[]>;
  /** What is read out. */
  said: Signal<string>;
  /** Tells that the proposal in hand was taken up; what stands against it is told behind these words. */
  tellTakenUp: (words: string) => void;
  /** Shows a proposal and asks what stands against it. */
  show: (proposal: Proposal) => void;
  /** Gives the one command of the gesture. */
  send: (proposal: Proposal) => Promise<void>;
  drop: () => void;
}

export interface ProposalsOptions {
  board: Board;
  draw: (proposal: Proposal, state: GhostState) => void;
  hide: () => void;
  /** Reads the row's views anew; resolves when they are there. */
  onChanged: (row: BoardRow) => Promise<void>;
}

/** What happens to proposals, be they dragged or typed: dry runs while they move, one command at the end. */
export const useProposals = (options: ProposalsOptions): Proposals => {
  const latest = useRef(options);
  latest.current = options;
  return useMemo(() => new ProposalDesk(latest), []);
};

class ProposalDesk implements Proposals {
  readonly bubble = signal<BubbleContent | null>(null);
  readonly pendings = signal<readonly Pending[]>([]);
  readonly said = signal('');
  readonly #options: { current: ProposalsOptions };
  #inHand: Proposal | null = null;
  /** The booking as it was when it was taken up: what others change meanwhile must not be overwritten unseen. */
  #held: BookingView | undefined;
  #lastPending = 0;
  /** Said when it was taken up, and still to be heard; null once it has moved. */
  #takenUp: string | null = null;

  constructor(options: { current: ProposalsOptions }) {
    this.#options = options;
  }

  readonly #question = latestQuestion(
    DELAY,
    ({ act }: { act: BookingAct; proposal: Proposal }) => tryAct(act),
    ({ proposal }, verdict) => this.#answered(proposal, verdict),
  );

  readonly show = (proposal: Proposal) => {
    this.#inHand = proposal;
    this.#takenUp = null;
    this.bubble.value = null;
    this.#options.current.draw(proposal, 'asking');
    const act = this.#actOf(proposal);
    if (act) this.#question.ask({ act, proposal });
  };

  readonly tellTakenUp = (words: string) => {
    this.#takenUp = words;
    this.said.value = words;
  };

  readonly drop = () => {
    this.#inHand = null;
    this.#takenUp = null;
    this.#held = undefined;
    this.#question.drop();
    this.bubble.value = null;
    this.#options.current.hide();
  };

  readonly send = async (proposal: Proposal) => {
    const { board, onChanged } = this.#options.current;
    const row = board.rows[proposal.row];
    const act = this.#actOf(proposal);
    this.drop();
    if (!row || !act) return;
    const { start, end, bookingId } = proposal;
    this.#lastPending += 1;
    const pending: Pending = { id: this.#lastPending, rowKey: row.key, bookingId, start, end };
    batch(() => {
      this.pendings.value = [...this.pendings.value, pending];
      this.said.value = t.timeline.said.sending;
    });
    const verdict = await giveAct(act);
    if (verdict.verdict === 'accepted') this.#tell(act, row, proposal, verdict.reply);
    if (verdict.verdict === 'accepted' || verdict.verdict === 'stale') await onChanged(row);
    this.pendings.value = this.pendings.value.filter(({ id }) => id !== pending.id);
    if (verdict.verdict === 'accepted' || verdict.verdict === 'allowed') return;
    this.#tellAgainst(proposal, verdict, true);
  };

  #actOf(proposal: Proposal): BookingAct | null {
    const { board } = this.#options.current;
    if (proposal.bookingId !== null && this.#held?.bookingId !== proposal.bookingId) {
      this.#held = findBooking(board, proposal.row, proposal.bookingId);
    }
    return actOf(board, proposal, this.#held);
  }

  #answered(proposal: Proposal, verdict: Verdict) {
    if (this.#inHand !== proposal) return;
    const allowed = verdict.verdict === 'allowed' || verdict.verdict === 'accepted';
    if (!allowed) {
      this.#tellAgainst(proposal, verdict, false);
      return;
    }
    this.#options.current.draw(proposal, 'allowed');
    this.said.value = `${this.#takenUp ?? `${this.#heard(proposal)}.`} ${t.timeline.said.allowed}`;
  }

  #tellAgainst(proposal: Proposal, verdict: BubbleContent['verdict'], released: boolean) {
    const { board } = this.#options.current;
    this.#options.current.draw(proposal, 'refused');
    this.bubble.value = { proposal, verdict, released };
    const sentences =
      verdict.verdict === 'refused' ? verdict.objections.map(({ message }) => message) : [verdict.sentence];
    const nearest =
      verdict.verdict === 'refused' && verdict.nearest
        ? t.timeline.said.nearest(slotInWords(verdict.nearest, board.timeZone))
        : '';
    const heard = `${this.#heard(proposal)}: ${t.timeline.trial.refused}.`;
    this.said.value = [this.#takenUp, heard, ...sentences, nearest].filter(Boolean).join(' ');
  }

  #heard({ row, start, end }: Proposal): string {
    const shown = this.#options.current.board.rows[row];
    return shown ? spanHeard(shown.days, start, end) : '';
  }

  #tell(act: BookingAct, row: BoardRow, { start, end }: Proposal, reply: CommandReply) {
    const slot = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
    const { timeZone } = this.#options.current.board;
    const when = slotInWords(slot, timeZone);
    const undone = () => this.#options.current.onChanged(row);
    if (act.act === 'place') tellPlaced(row.machine, todayIn(timeZone, start), when, reply, undone);
    else tellDone(act.act, row.machine.name, when, reply, undone);
  }
}

/** The command that a proposal for `booking` (a new one, if it holds none) becomes; null where it would change nothing. */
export const actOf = (
  board: Board,
  proposal: Proposal,
  booking: BookingView | undefined,
): BookingAct | null => {
  const { start, end } = proposal;
  const machine = board.rows[proposal.row]?.machine;
  if (!machine) return null;
  if (proposal.bookingId === null) {
    return { act: 'place', machineId: machine.machineId, start, end, purpose: '' };
  }
  if (!booking) return null;
  const sameStart = Date.parse(booking.start) === start;
  const sameEnd = Date.parse(booking.end) === end;
  if (sameStart && sameEnd) return null;
  const sameLength = Date.parse(booking.end) - Date.parse(booking.start) === end - start;
  return { act: sameLength || !(sameStart || sameEnd) ? 'move' : 'resize', booking, start, end };
};

/** A booking of a row; of any row where rows are days of one machine. */
export const findBooking = (board: Board, row: number, bookingId: string): BookingView | undefined => {
  const own = board.rows[row];
  const rows = board.layout === 'days' ? board.rows : own ? [own] : [];
  for (const { bookings } of rows) {
    const found = bookings.find(({ view }) => view.bookingId === bookingId);
    if (found) return found.view;
  }
  return undefined;
};
