import { cross, dot, minus, plus, times, type Vector } from '../../shared/modules/vectors.ts';
import type { StandardView } from './viewState.ts';

/** Where somebody looks from. z is up; degrees are radians here. */
export interface Eye {
  target: Vector;
  /** Turned about z; 0: from the front, against y. */
  azimuth: number;
  /** Above the horizon, a right angle at most. */
  elevation: number;
  /** Millimetres to the target. */
  distance: number;
}

/** Upright angle of sight, radians. */
export const FIELD = (32 * Math.PI) / 180;
const RIGHT_ANGLE = Math.PI / 2;
/** Between the front and the right side, from above. */
export const ISO = { azimuth: Math.PI / 5, elevation: Math.PI / 7 };

const ANGLES: Record<StandardView, Pick<Eye, 'azimuth' | 'elevation'>> = {
  front: { azimuth: 0, elevation: 0 },
  back: { azimuth: Math.PI, elevation: 0 },
  left: { azimuth: -RIGHT_ANGLE, elevation: 0 },
  right: { azimuth: RIGHT_ANGLE, elevation: 0 },
  top: { azimuth: 0, elevation: RIGHT_ANGLE },
  bottom: { azimuth: 0, elevation: -RIGHT_ANGLE },
  iso: ISO,
};
export const anglesOf = (view: StandardView): Pick<Eye, 'azimuth' | 'elevation'> => ANGLES[view];

/** To the right, up and towards the eye, each of length 1. */
export interface Axes {
  right: Vector;
  up: Vector;
  back: Vector;
}
export function axesOf({ azimuth, elevation }: Pick<Eye, 'azimuth' | 'elevation'>): Axes {
  const [sine, cosine] = [Math.sin(azimuth), Math.cos(azimuth)];
  const right: Vector = [cosine, sine, 0];
  const back: Vector = [sine * Math.cos(elevation), -cosine * Math.cos(elevation), Math.sin(elevation)];
  return { right, back, up: cross(back, right) };
}

export const placeOf = (eye: Eye): Vector => plus(eye.target, times(axesOf(eye).back, eye.distance));

/** Turned by a hand: radians. */
export const orbited = (eye: Eye, aside: number, upwards: number): Eye => ({
  ...eye,
  azimuth: eye.azimuth + aside,
  elevation: Math.min(RIGHT_ANGLE, Math.max(-RIGHT_ANGLE, eye.elevation + upwards)),
});

/** Millimetres that a pixel spans at the target. */
export const pixelAt = (eye: Eye, height: number): number =>
  (2 * eye.distance * Math.tan(FIELD / 2)) / Math.max(1, height);

/** Moved aside by pixels, so that what is at the target stays under the finger. */
export function panned(eye: Eye, x: number, y: number, height: number): Eye {
  const { right, up } = axesOf(eye);
  const pixel = pixelAt(eye, height);
  return { ...eye, target: plus(eye.target, plus(times(right, -x * pixel), times(up, y * pixel))) };
}

/** Nearer by a factor below 1, with the point under the pointer held: pixels from the middle of the picture, y down. */
export function zoomed(
  eye: Eye,
  factor: number,
  x: number,
  y: number,
  height: number,
  limits: [number, number],
): Eye {
  const distance = Math.min(limits[1], Math.max(limits[0], eye.distance * factor));
  const share = 1 - distance / eye.distance;
  const moved = panned(eye, -x * share, -y * share, height);
  return { ...moved, distance };
}

/** So far that a box is all in sight, looked at by these angles. */
export function fitted(
  angles: Pick<Eye, 'azimuth' | 'elevation'>,
  box: ArrayLike<number>,
  aspect: number,
  orthographic: boolean,
): Eye {
  const axes = axesOf(angles);
  const middle: Vector = [0, 1, 2].map((axis) => ((box[axis] ?? 0) + (box[axis + 3] ?? 0)) / 2) as [
    number,
    number,
    number,
  ];
  const tall = Math.tan(FIELD / 2);
  let distance = 0;
  for (let corner = 0; corner < 8; corner += 1) {
    const at: Vector = [
      box[corner & 1 ? 3 : 0] ?? 0,
      box[corner & 2 ? 4 : 1] ?? 0,
      box[corner & 4 ? 5 : 2] ?? 0,
    ];
    const from = minus(at, middle);
    const towards = orthographic ? 0 : dot(from, axes.back);
    const need = Math.max(
      Math.abs(dot(from, axes.up)) / tall,
      Math.abs(dot(from, axes.right)) / (tall * aspect),
    );
    distance = Math.max(distance, need + towards);
  }
  return { ...angles, target: middle, distance: Math.max(distance * 1.12, 1e-3) };
}

/** Somewhere on the way from one eye to another; turns the short way round. */
export function between(from: Eye, to: Eye, share: number): Eye {
  const turn = to.azimuth - from.azimuth;
  const short = turn - Math.round(turn / (2 * Math.PI)) * 2 * Math.PI;
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    target: plus(from.target, times(minus(to.target, from.target), share)),
    azimuth: from.azimuth + short * share,
    elevation: mix(from.elevation, to.elevation),
    distance: from.distance * (to.distance / from.distance) ** share,
  };
}
