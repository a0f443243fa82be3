import type { Signal } from '@preact/signals';
import { between, type Eye } from './eye.ts';

/** Milliseconds. */
const FLIGHT = 180;

/** How an eye gets from one place to another. */
export interface Flight {
  /** At once. */
  look(to: Eye): void;
  /** On a way that can be followed, where motion is welcome. */
  fly(to: Eye): void;
  /** Stays where it is. */
  land(): void;
}

export function flightOf(eye: Signal<Eye>, isMotionUnwelcome: () => boolean): Flight {
  let flight = 0;
  const land = () => {
    cancelAnimationFrame(flight);
    flight = 0;
  };
  const look = (to: Eye) => {
    land();
    eye.value = to;
  };
  return {
    land,
    look,
    fly(to) {
      if (isMotionUnwelcome()) return look(to);
      land();
      const from = eye.peek();
      const began = performance.now();
      const step = (now: number) => {
        const share = Math.min(1, Math.max(0, now - began) / FLIGHT);
        eye.value = between(from, to, 1 - (1 - share) ** 3);
        flight = share < 1 ? requestAnimationFrame(step) : 0;
      };
      flight = requestAnimationFrame(step);
    },
  };
}
