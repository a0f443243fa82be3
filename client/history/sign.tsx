import { colourOfLook, type Look } from './looks.ts';
import type { ShownHistory } from './shownHistory.ts';

/** A shape for each look, so that nothing is told by colour alone. */
const SHAPES: Record<Look, string> = {
  new: 'M10 2.5a7.5 7.5 0 1 0 .01 0z',
  made: 'M3 3h14v14H3z',
  recovered: 'M10 2 18.5 17h-17z',
  unknown: 'M10 2.5 17.5 10 10 17.5 2.5 10z',
  first: 'M3 3h14v14H3z',
  second: 'M3 3h14v14H3z',
  third: 'M3 3h14v14H3z',
  more: 'M3 3h14v14H3z',
};
/** Strokes as on a board: in its first, second, third machine. */
const STROKES: Partial<Record<Look, readonly number[]>> = {
  first: [10],
  second: [8, 12],
  third: [6.5, 10, 13.5],
  more: [5.5, 8.5, 11.5, 14.5],
};

/** What a part is, as a shape in its colour. @param look null: nothing is there. */
export function Sign({ shown, look }: { shown: ShownHistory; look: Look | null }) {
  return (
    <svg class="history-sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {look === null ? (
        <circle class="history-none" cx="10" cy="10" r="6.5" />
      ) : (
        <>
          <path d={SHAPES[look]} fill={colourOfLook(look, shown.shade.value)} />
          {STROKES[look]?.map((x) => (
            <path key={x} class="history-stroke" d={`M${x} 6v8`} />
          ))}
        </>
      )}
    </svg>
  );
}
