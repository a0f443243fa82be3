import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Verdict } from '../booking/acts.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { slotInWords } from '../ui/objections.tsx';
import type { Proposal } from './gesture.ts';
import { AXIS_HEIGHT, type Layout, leftOf, rowBox } from './layout.ts';

const WIDTH = 300;

/** What the server says about a proposal, told where it is. */
export interface BubbleContent {
  proposal: Proposal;
  verdict: Exclude<Verdict, { verdict: 'accepted' | 'allowed' }>;
  /** The finger has let go: it stays, with buttons. */
  released: boolean;
}

export interface BubbleProps {
  content: ReadonlySignal<BubbleContent | null>;
  layout: Layout;
  /** Part of the canvas in sight, pixels. */
  sight: () => { left: number; top: number; width: number; height: number };
  timeZone: string;
  onTake: (proposal: Proposal) => void;
  onOther: (proposal: Proposal) => void;
  onClose: () => void;
}

/** Everything that stands against a proposal, at its place; once released, with the nearest slot as the main button. */
export function Bubble({ content, layout, sight, timeZone, onTake, onOther, onClose }: BubbleProps) {
  const element = useRef<HTMLDivElement>(null);
  const shown = content.value;
  useEffect(() => {
    if (shown?.released) element.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [shown]);
  if (!shown) return null;
  const { proposal, verdict, released } = shown;
  const { objections, nearest } = verdict.verdict === 'refused' ? verdict : { objections: [], nearest: null };
  const sentence = verdict.verdict === 'refused' ? null : verdict.sentence;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is told by whether it was released.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles have names.
    <div
      ref={element}
      class="timeline-bubble"
      role={released ? 'alertdialog' : 'group'}
      aria-label={t.timeline.trial.answer}
      data-released={released ? '' : undefined}
      style={placeOf(layout, proposal, sight())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        event.stopPropagation();
      }}
    >
      {sentence ? <p>{sentence}</p> : <p class="timeline-verdict">{t.timeline.trial.refused}</p>}
      <ul class="timeline-objections">
        {objections.map(({ rule, message }) => (
          <li key={`${rule} ${message}`}>{message}</li>
        ))}
      </ul>
      {nearest && !released && <p>{t.timeline.trial.nearest(slotInWords(nearest, timeZone))}</p>}
      {released && (
        <div class="timeline-bubble-buttons">
          {nearest && (
            <Button
              kind="main"
              onPress={() =>
                onTake({ ...proposal, start: Date.parse(nearest.start), end: Date.parse(nearest.end) })
              }
            >
              {t.booking.instead[proposal.action](slotInWords(nearest, timeZone))}
            </Button>
          )}
          <Button onPress={() => onOther(proposal)}>{t.timeline.trial.otherTime}</Button>
          <Button kind="quiet" onPress={onClose}>
            {t.words.close}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Above the row where there is room for it, so that no finger covers it; else below. Canvas pixels. */
const placeOf = (
  layout: Layout,
  proposal: Proposal,
  sight: { left: number; top: number; width: number; height: number },
): Record<string, string> => {
  const row = layout.board.rows[proposal.row];
  if (!row) return {};
  const { top, height } = rowBox(layout, proposal.row);
  const wished = layout.plates + leftOf(layout, row, proposal.start);
  const leftmost = sight.left + layout.plates + 4;
  const left = Math.max(leftmost, Math.min(wished, sight.left + sight.width - WIDTH - 8));
  const roomAbove = top - sight.top;
  const roomBelow = sight.height - AXIS_HEIGHT - roomAbove - height;
  const above = roomAbove > roomBelow;
  return {
    left: `${left}px`,
    width: `${WIDTH}px`,
    top: `${AXIS_HEIGHT + (above ? top - 8 : top + height + 8)}px`,
    transform: above ? 'translateY(-100%)' : 'none',
  };
};
