import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Fold } from '../../ui/page.tsx';

interface DrawnOrListedProps {
  drawing: () => ComponentChildren;
  drawLabel: string;
  list: ComponentChildren;
  listLabel: string;
}

/** The same thing twice: on a wide screen drawn, with the list below it; on a telephone listed, and drawn when asked. */
export function DrawnOrListed({ drawing, drawLabel, list, listLabel }: DrawnOrListedProps) {
  const [isWide] = useState(() => matchMedia('(min-width: 900px)').matches);
  const [isDrawn, setDrawn] = useState(isWide);
  return (
    <>
      {!isDrawn && (
        <div>
          <Button onPress={() => setDrawn(true)}>{drawLabel}</Button>
        </div>
      )}
      {isDrawn && drawing()}
      {isWide ? <Fold summary={listLabel}>{list}</Fold> : list}
    </>
  );
}
