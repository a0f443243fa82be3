import type { OnProgress, Step } from '../operations/progress.ts';

const EVERY_MILLISECONDS = 1000;

/** How long work is told of, and what else is said on the same stream. */
export interface Teller {
  onProgress: OnProgress;
  /** A sentence of its own; a line of progress that stands there gives way. */
  say(sentence: string): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Tells progress at most once a second: in one line that changes on a terminal, in lines of their own where it is
 * asked for elsewhere, else not at all. @param now milliseconds, from anywhere.
 */
export function progressOn(output: Output, isWanted: boolean, now: () => number): Teller {
  const isTerminal = output.isTTY === true;
  let last = now();
  let isShown = false;
  return {
    onProgress: (step) => {
      if (!(isTerminal || isWanted) || now() - last < EVERY_MILLISECONDS) return;
      last = now();
      output.write(isTerminal ? `\r\x1b[K${told(step)}` : `${told(step)}\n`);
      isShown = isTerminal;
    },
    say: (sentence) => {
      output.write(`${isShown ? '\r\x1b[K' : ''}${sentence}\n`);
      isShown = false;
    },
  };
}

export const counted = (count: number): string => count.toLocaleString('en');

function told({ what, done, total }: Step): string {
  if (total !== undefined) return `${what}: ${counted(done)} of ${counted(total)}`;
  return done === 0 ? `${what} …` : `${what}: ${counted(done)}`;
}
