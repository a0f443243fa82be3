import './tally.css';

/** Marks of one bundle: four strokes, and one across. */
const BUNDLE = 5;
/** More than these are told by their number alone. */
const MOST = 20;

/** How many strokes stand in each bundle: 7 is `[5, 2]`. */
export function bundlesOf(count: number): number[] {
  const full = Math.floor(count / BUNDLE);
  const rest = count % BUNDLE;
  return [...Array.from({ length: full }, () => BUNDLE), ...(rest > 0 ? [rest] : [])];
}

/** A number as one keeps it on a board in the workshop; `word` is what it says, beside the marks. */
export function Tally({ count, word }: { count: number; word: string }) {
  return (
    <span class="tally">
      {count > 0 && count <= MOST && (
        <span class="marks" aria-hidden="true">
          {bundlesOf(count).map((strokes, index) => (
            <Bundle key={`${index}`} strokes={strokes} />
          ))}
        </span>
      )}
      <span>{word}</span>
    </span>
  );
}

function Bundle({ strokes }: { strokes: number }) {
  const upright = Math.min(strokes, BUNDLE - 1);
  return (
    <svg viewBox={`0 0 ${upright * 6 + 4} 22`} width={upright * 6 + 4} height="22" aria-hidden="true">
      {Array.from({ length: upright }, (_, index) => (
        <line key={`${index}`} x1={index * 6 + 5} y1="2" x2={index * 6 + 4} y2="20" />
      ))}
      {strokes === BUNDLE && <line x1="1" y1="17" x2={upright * 6 + 3} y2="5" />}
    </svg>
  );
}
