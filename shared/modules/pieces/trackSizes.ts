import { type Loop, loopAround } from '../solids/loops.ts';
import { bearingHeight, type DriveUnit, drivePlanes } from './driveUnit.ts';

export interface Track extends DriveUnit {
  apart: number;
  above: number;
  teeth: number;
  chainPitch: number;
  barEvery: number;
  barLength: number;
}

/** Millimetres. Bars: track unit v25; all else is chosen. */
export const BAR = { width: 63.5, thickness: 12.7 };
export const CHAIN = { height: 25.4, side: 8, gap: 1 };
export const SPROCKET = { thickness: 12.7, depth: 14, tip: 10, clearance: 7, apart: 120 };
export const IDLER = { diameter: 254, clearance: 0.75, tread: 40, waist: 110 };
/** The lower edge of a side plate, with its holes. */
export const RAIL = { height: 101.6, thickness: 12.7, pitch: 101.6, hole: 25.4 };
/** Where things stand along the drive's axis. */
export function trackPlanes(track: Track) {
  const drive = drivePlanes(track);
  const near = drive.outer + bearingHeight(track) + SPROCKET.clearance;
  const far = near + SPROCKET.apart;
  const beyond = CHAIN.gap + CHAIN.side;
  return {
    ...drive,
    near,
    far,
    chainEnd: far + SPROCKET.thickness + beyond,
    middle: (near + far + SPROCKET.thickness) / 2,
    outerRail: far + SPROCKET.thickness + IDLER.tread,
  };
}

/** The chain's middle line: around the drive above and the two idlers. */
export function chainLoop({ apart, above, teeth, chainPitch }: Track): Loop {
  const idler = (IDLER.diameter + CHAIN.height) / 2 + IDLER.clearance;
  return loopAround([
    { middle: [-apart / 2, 0], radius: idler },
    { middle: [apart / 2, 0], radius: idler },
    { middle: [0, above], radius: pitchRadius(teeth, chainPitch) },
  ]);
}

/** Of a chain on a sprocket: its links are the sides of a regular polygon. */
export const pitchRadius = (teeth: number, pitch: number): number => pitch / (2 * Math.sin(Math.PI / teeth));

/** Places along y of the holes by which the track is bolted to its machine. */
export function railHoles({ apart }: Track): number[] {
  const each = Math.max(1, Math.floor(apart / 2 / RAIL.pitch - 0.5));
  return Array.from({ length: 2 * each }, (_, n) => (n - each + 0.5) * RAIL.pitch);
}
