/** A box by its nearest-to-origin corner and its size, or a wheel that turns about the y axis by its centre; millimetres. */
export type Solid =
  | { kind: 'box'; at: Point; size: Point }
  | { kind: 'wheel'; centre: Point; radius: number; width: number };
export type Point = readonly [x: number, y: number, z: number];

export const box = (at: Point, size: Point): Solid => ({ kind: 'box', at, size });
export const wheel = (centre: Point, radius: number, width: number): Solid => ({
  kind: 'wheel',
  centre,
  radius,
  width,
});

const COSINE = Math.cos(Math.PI / 6);
const SINE = Math.sin(Math.PI / 6);
const WIDTH = 640;
const HEIGHT = 480;
const MARGIN = 30;
const INK = '#1b2a33';
const PAPER = '#f7f4ec';
/** Of top, left and right faces: what is turned from the light is darker. */
const SHADES = ['#ffffff', '#ece7da', '#d9d3c3'] as const;

export type Flat = readonly [x: number, y: number];
interface Face {
  points: readonly Point[];
  shade: DrawnFace['shade'];
}

const flat = ([x, y, z]: Point): Flat => [(x - y) * COSINE, (x + y) * SINE - z];

/** A face on paper: its outline, and how light it is, 0 (top, turned to the light) to 2. */
export interface DrawnFace {
  points: readonly Flat[];
  shade: 0 | 1 | 2;
}

/**
 * Faces in isometric view, seen from the front right above, fitted into a sheet; what is in front comes last.
 * @param fitted the solids that the sheet has to hold: those that are drawn, or more of them.
 */
export function facesOnPaper(
  solids: readonly Solid[],
  { width, height, margin }: { width: number; height: number; margin: number },
  fitted: readonly Solid[] = solids,
): DrawnFace[] {
  const all = fitted.flatMap(facesOf).flatMap(({ points }) => points.map(flat));
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [top, bottom] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
  const placed = (point: Point): Flat => {
    const [x, y] = flat(point);
    return [(x - (left + right) / 2) * scale + width / 2, (y - (top + bottom) / 2) * scale + height / 2];
  };
  return solids
    .toSorted((one, other) => depth(one) - depth(other))
    .flatMap(facesOf)
    .map(({ points, shade }) => ({ points: points.map(placed), shade }));
}

/** A line drawing in isometric view, seen from the front right above: solids behind are covered by those before them. */
export function drawingOf(solids: readonly Solid[], title: string): string {
  const faces = facesOnPaper(solids, { width: WIDTH, height: HEIGHT, margin: MARGIN });
  const polygons = faces.map(
    ({ points, shade }) =>
      `<polygon points="${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}" fill="${SHADES[shade]}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    `<title>${title}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    `<g stroke="${INK}" stroke-width="2" stroke-linejoin="round">${polygons.join('')}</g></svg>\n`,
  ].join('');
}

/** How far in front its middle stands. */
function depth(solid: Solid): number {
  if (solid.kind === 'wheel') return solid.centre[0] + solid.centre[1] + solid.centre[2];
  const { at, size } = solid;
  return at[0] + at[1] + at[2] + (size[0] + size[1] + size[2]) / 2;
}

function facesOf(solid: Solid): Face[] {
  const [top, left, right] = [0, 1, 2] as const;
  if (solid.kind === 'wheel') {
    const { centre, radius, width } = solid;
    const rim = (y: number) => circle(centre, radius, y);
    const near = centre[1] + width / 2;
    return [
      { points: hull([...rim(centre[1] - width / 2), ...rim(near)]), shade: right },
      { points: rim(near), shade: left },
      { points: circle(centre, radius / 4, near), shade: top },
    ];
  }
  const [x, y, z] = solid.at;
  const [X, Y, Z] = [x + solid.size[0], y + solid.size[1], z + solid.size[2]];
  return [
    {
      points: [
        [x, y, Z],
        [X, y, Z],
        [X, Y, Z],
        [x, Y, Z],
      ],
      shade: top,
    },
    {
      points: [
        [x, Y, z],
        [X, Y, z],
        [X, Y, Z],
        [x, Y, Z],
      ],
      shade: left,
    },
    {
      points: [
        [X, y, z],
        [X, Y, z],
        [X, Y, Z],
        [X, y, Z],
      ],
      shade: right,
    },
  ];
}

const SIDES = 32;
const circle = ([x, , z]: Point, radius: number, y: number): Point[] =>
  Array.from({ length: SIDES }, (_, index) => {
    const angle = (2 * Math.PI * index) / SIDES;
    return [x + radius * Math.cos(angle), y, z + radius * Math.sin(angle)] as const;
  });

/** What a set of points covers on paper: its convex outline (Andrew 1979), as the points that it was made of. */
function hull(points: readonly Point[]): Point[] {
  const sorted = points
    .map((point) => ({ point, at: flat(point) }))
    .toSorted((one, other) => one.at[0] - other.at[0] || one.at[1] - other.at[1]);
  const half = (corners: typeof sorted) => {
    const outline: typeof sorted = [];
    for (const corner of corners) {
      for (;;) {
        const [before, last] = [outline.at(-2), outline.at(-1)];
        if (!before || !last || turns(before.at, last.at, corner.at) > 0) break;
        outline.pop();
      }
      outline.push(corner);
    }
    return outline.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())].map(({ point }) => point);
}

const turns = (a: Flat, b: Flat, c: Flat): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
