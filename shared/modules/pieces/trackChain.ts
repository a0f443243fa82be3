import type { Piece } from '../module.ts';
import type { Loop } from '../solids/loops.ts';
import { box, circle, circleArea, onCircle, prism, towards } from '../solids/shapes.ts';
import { toothedArea, toothedOutline } from '../solids/toothed.ts';
import { bought, made, told } from './pieces.ts';
import { BAR, CHAIN, chainLoop, pitchRadius, SPROCKET, type Track, trackPlanes } from './trackSizes.ts';

/** What runs around: both sprockets, both strands of chain, the bars across them. */
export function trackChain(track: Track): Piece[] {
  const loop = chainLoop(track);
  return [sprockets(track), chain(track, loop), bars(track, loop)];
}

function sprockets(track: Track): Piece {
  const { teeth: count, chainPitch, shaft, above } = track;
  const radius = pitchRadius(count, chainPitch);
  const teeth = { count, root: radius - SPROCKET.depth, tip: radius + SPROCKET.tip, foot: 0.7, crown: 0.24 };
  const opening = { diameter: 0.36 * radius, middles: onCircle(1.1 * radius, 5, 0) };
  const { near, far } = trackPlanes(track);
  return {
    ...made(
      {
        id: 'sprocket',
        name: `Sprocket, ${count} teeth at ${told(chainPitch)} mm`,
        material: 'steel',
        specification: 'hot rolled plate, A36',
      },
      ['torchTable'],
    ),
    volume:
      SPROCKET.thickness *
      (toothedArea(teeth) - circleArea(shaft) - opening.middles.length * circleArea(opening.diameter)),
    shape: prism(toothedOutline(teeth), SPROCKET.thickness, [
      circle(shaft),
      ...opening.middles.map((at) => circle(opening.diameter, at)),
    ]),
    holes: 1 + opening.middles.length,
    places: [near, far].map((x) => towards('+x', [x, 0, above])),
  };
}

/** The sides of both strands of chain, each as one endless band; the teeth reach through between two of them. */
function chain(track: Track, loop: Loop): Piece {
  const { near, far } = trackPlanes(track);
  const half = CHAIN.height / 2;
  return {
    ...bought({
      id: 'chain-side',
      name: `Side of a chain of ${Math.floor(loop.length / track.chainPitch)} links`,
      material: 'steel',
      specification: `roller chain, pitch ${told(track.chainPitch)} mm`,
    }),
    // A band is as large as its middle line is long.
    volume: loop.length * CHAIN.height * CHAIN.side,
    shape: prism(loop.outline(half), CHAIN.side, [loop.outline(-half)]),
    holes: 1,
    places: [near, far]
      .flatMap((x) => [x - CHAIN.gap - CHAIN.side, x + SPROCKET.thickness + CHAIN.gap])
      .map((x) => towards('+x', [x, 0, 0])),
  };
}

function bars(track: Track, loop: Loop): Piece {
  const { barLength, chainPitch, barEvery } = track;
  const { middle } = trackPlanes(track);
  const count = Math.floor(loop.length / (chainPitch * barEvery));
  return {
    ...made(
      {
        id: 'bar',
        name: `Track bar ${told(barLength)} mm`,
        material: 'steel',
        specification: 'flat bar, A36',
      },
      ['saw', 'welder'],
      { stock: `flat bar ${BAR.width} × ${BAR.thickness} mm`, length: barLength },
    ),
    volume: BAR.width * BAR.thickness * barLength,
    shape: box(barLength, BAR.width, BAR.thickness),
    holes: 0,
    places: Array.from({ length: count }, (_, n) => {
      const { point, outwards } = loop.at((n * loop.length) / count);
      const [y, z] = [
        point[0] + (outwards[0] * CHAIN.height) / 2,
        point[1] + (outwards[1] * CHAIN.height) / 2,
      ];
      return { origin: [middle, y, z], x: [1, 0, 0], z: [0, outwards[0], outwards[1]] };
    }),
  };
}
