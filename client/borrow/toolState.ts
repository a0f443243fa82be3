import type { ToolView } from '../../shared/loans/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { moment } from '../time.ts';
import type { StateKind } from '../ui/state.tsx';

const words = t.loans.state;

/** Where a tool is, on one line. */
export function toolInWords(
  { state, back, overdue, withMe, nextReserved }: ToolView,
  today: string,
  now: number,
): { kind: StateKind; line: string } {
  const when = back === null ? '' : moment(back, today);
  switch (state) {
    case 'atHome':
      return { kind: 'closed', line: words.atHome };
    case 'outOfOrder':
      return { kind: 'out', line: words.outOfOrder };
    case 'out':
      if (withMe)
        return overdue
          ? { kind: 'soon', line: words.withYouOverdue(when) }
          : { kind: 'yours', line: words.withYou(when) };
      return { kind: 'taken', line: overdue ? words.overdue(when) : words.back(when) };
    case 'in':
      if (nextReserved === null) return { kind: 'free', line: words.in };
      return Date.parse(nextReserved) <= now
        ? { kind: 'soon', line: words.reserved }
        : { kind: 'free', line: words.inUntil(moment(nextReserved, today)) };
  }
}
