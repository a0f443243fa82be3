import { Pace } from './pace.ts';

/** After so many milliseconds without a change it is drawn as sharply as can be. */
const REST = 160;

export interface Frames {
  /** Asks for a picture with the next frame. */
  ask(): void;
  /** Draws at once, in place of what is asked for. */
  now(): void;
  stop(): void;
}

/**
 * Draws when it is asked to and never else, as sharply as this machine can follow a hand.
 * @param draw with a share of the pixels. @returns whether it could. @param rest what to do when nothing moves any
 * longer. @returns whether that changes the picture.
 */
export function framesOf(draw: (share: number) => boolean, rest: () => boolean): Frames {
  const pace = new Pace();
  let frame = 0;
  let last = Number.NEGATIVE_INFINITY;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const ask = () => {
    if (frame === 0 && !ended) frame = requestAnimationFrame(once);
  };
  const once = (now: number) => {
    frame = 0;
    const share = now - last < REST ? pace.share : 1;
    if (ended || !draw(share)) return;
    last = now;
    requestAnimationFrame((next) => pace.took(next - now));
    clearTimeout(resting);
    resting = setTimeout(() => {
      const isFiner = rest();
      if (share < 1 || isFiner) ask();
    }, REST);
  };
  return {
    ask,
    now() {
      cancelAnimationFrame(frame);
      once(performance.now());
    },
    stop() {
      ended = true;
      clearTimeout(resting);
      cancelAnimationFrame(frame);
    },
  };
}
