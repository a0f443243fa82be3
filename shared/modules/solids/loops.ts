import { type Outline, type Point, polygon } from './shapes.ts';

interface Circle {
  middle: Point;
  radius: number;
}

/** A closed line, tight around circles like a belt around pulleys. */
export interface Loop {
  /** Millimetres all around. */
  length: number;
  /** The point so far along it, and the direction that looks out of the loop there. */
  at(along: number): { point: Point; outwards: Point };
  /** The line as far outside it as that, or inside it where negative. */
  outline(offset: number): Outline;
}

/** A straight run, and the arc that follows it on the circle where it arrives. */
interface Stretch {
  from: Circle;
  to: Circle;
  /** Angle of the run's normal, and of the next one's: the arc lies between. */
  normal: number;
  next: number;
  run: number;
  arc: number;
}

/** Corners per turn of a whole circle. */
const CORNERS = 64;

const onArc = ({ middle, radius }: Circle, angle: number, offset = 0): Point => [
  middle[0] + (radius + offset) * Math.cos(angle),
  middle[1] + (radius + offset) * Math.sin(angle),
];

function stretchesAround(circles: readonly Circle[]): Stretch[] {
  const runs = circles.map((from, n) => {
    const to = circles[(n + 1) % circles.length] ?? from;
    const [x, y] = [to.middle[0] - from.middle[0], to.middle[1] - from.middle[1]];
    const apart = Math.hypot(x, y);
    const slant = from.radius - to.radius;
    return {
      from,
      to,
      normal: Math.atan2(y, x) - Math.acos(slant / apart),
      run: Math.sqrt(apart ** 2 - slant ** 2),
    };
  });
  return runs.map((run, n) => {
    const following = runs[(n + 1) % runs.length] ?? run;
    const turn = (following.normal - run.normal + 4 * Math.PI) % (2 * Math.PI);
    return { ...run, next: run.normal + turn, arc: turn * run.to.radius };
  });
}

/** The loop around circles that are named counter-clockwise; each must touch it. */
export function loopAround(circles: readonly Circle[]): Loop {
  const stretches = stretchesAround(circles);
  const length = stretches.reduce((sum, { run, arc }) => sum + run + arc, 0);
  return {
    length,
    at: (along) => {
      let rest = ((along % length) + length) % length;
      for (const { from, to, normal, run, arc } of stretches) {
        if (rest <= run) {
          const [x, y] = onArc(from, normal);
          const outwards: Point = [Math.cos(normal), Math.sin(normal)];
          return { point: [x - outwards[1] * rest, y + outwards[0] * rest], outwards };
        }
        rest -= run;
        if (rest <= arc) {
          const angle = normal + rest / to.radius;
          return { point: onArc(to, angle), outwards: [Math.cos(angle), Math.sin(angle)] };
        }
        rest -= arc;
      }
      return { point: onArc({ middle: [0, 0], radius: 0 }, 0), outwards: [1, 0] };
    },
    outline: (offset) =>
      polygon(
        stretches.flatMap(({ to, normal, next }) => {
          const steps = Math.max(1, Math.ceil(((next - normal) / (2 * Math.PI)) * CORNERS));
          return Array.from({ length: steps + 1 }, (_, n) =>
            onArc(to, normal + ((next - normal) * n) / steps, offset),
          );
        }),
      ),
  };
}
