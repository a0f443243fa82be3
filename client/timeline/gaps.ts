import type { Span } from './wallDay.ts';

/** What is needed to know where a machine has room. All instants in milliseconds since 1970. */
export interface Occupation {
  capacity: number;
  bookings: readonly Span[];
  outages: readonly Span[];
  /** When the viewer may be there; a machine that may run unattended needs none. */
  open: readonly Span[];
  mayRunUnattended: boolean;
}

/** A free stretch and the places left in it at its tightest moment. */
export interface Gap extends Span {
  places: number;
}

/**
 * Free stretches within `[from, to)`, in order: the viewer may be in, nothing is out, fewer bookings than places.
 * Stretches that differ only in how many places are left are one gap. Shorter ones than `shortest` are left out.
 */
export const gapsOf = (occupation: Occupation, from: number, to: number, shortest: number): Gap[] => {
  const allowed = occupation.mayRunUnattended ? [{ start: from, end: to }] : occupation.open;
  const edges = new Set<number>([from, to]);
  for (const span of [...occupation.bookings, ...occupation.outages, ...allowed]) {
    for (const edge of [span.start, span.end]) if (edge > from && edge < to) edges.add(edge);
  }
  const ordered = [...edges].sort((left, right) => left - right);
  const gaps: Gap[] = [];
  for (let index = 0; index + 1 < ordered.length; index++) {
    const start = ordered[index] ?? from;
    const end = ordered[index + 1] ?? to;
    const covers = (span: Span) => span.start <= start && span.end >= end;
    if (!allowed.some(covers) || occupation.outages.some(covers)) continue;
    const places = occupation.capacity - occupation.bookings.filter(covers).length;
    if (places <= 0) continue;
    const last = gaps.at(-1);
    if (last && last.end === start) {
      last.end = end;
      last.places = Math.min(last.places, places);
    } else gaps.push({ start, end, places });
  }
  return gaps.filter((gap) => gap.end - gap.start >= shortest);
};

/** The stretches of `[from, to)` that the spans leave out, in order. Spans may overlap. */
export const outsideOf = (spans: readonly Span[], from: number, to: number): Span[] => {
  const outside: Span[] = [];
  let reached = from;
  for (const span of [...spans].sort((left, right) => left.start - right.start)) {
    if (span.start > reached) outside.push({ start: reached, end: Math.min(span.start, to) });
    reached = Math.max(reached, span.end);
    if (reached >= to) return outside;
  }
  if (reached < to) outside.push({ start: reached, end: to });
  return outside;
};
