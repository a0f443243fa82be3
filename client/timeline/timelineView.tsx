import './timelinePage.css';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-preact';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import type { Board, BoardRow } from './board.ts';
import { HOUR_WIDTHS, layoutOf } from './layout.ts';
import type { Opened } from './opened.ts';
import { Timeline } from './timeline.tsx';
import { COARSE, useMedia } from './useMedia.ts';
import { useWidth } from './useWidth.ts';

export interface TimelineViewProps {
  label: string;
  board: Board;
  now: number;
  onOpen: (opened: Opened) => void;
  onChanged: (row: BoardRow) => Promise<void>;
  /** Left of the zoom: the day, a search. */
  tools?: ComponentChildren;
}

/** A timeline as wide as its place, with its zoom. */
export function TimelineView({ label, board, now, onOpen, onChanged, tools }: TimelineViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const windowWidth = useWidth(place);
  const coarse = useMedia(COARSE);
  const [zoom, setZoom] = useState(board.layout === 'machines' ? 1 : 0);
  const hourWidth = HOUR_WIDTHS[zoom] ?? HOUR_WIDTHS[0];
  const layout = useMemo(
    () => layoutOf(board, { hourWidth, coarse, windowWidth }),
    [board, hourWidth, coarse, windowWidth],
  );
  return (
    <>
      <div class="timeline-bar">
        {tools}
        <div class="timeline-zoom">
          <Button label={t.timeline.wider} onPress={() => setZoom(Math.max(0, zoom - 1))}>
            <IconZoomOut aria-hidden="true" />
          </Button>
          <Button
            label={t.timeline.closer}
            onPress={() => setZoom(Math.min(HOUR_WIDTHS.length - 1, zoom + 1))}
          >
            <IconZoomIn aria-hidden="true" />
          </Button>
        </div>
      </div>
      <div ref={place}>
        {windowWidth > 0 && (
          <Timeline label={label} layout={layout} now={now} onOpen={onOpen} onChanged={onChanged} />
        )}
      </div>
    </>
  );
}
