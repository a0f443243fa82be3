import { expect, it } from 'vitest';
import { metresBetween } from '../../../server/availability/distance.ts';

const berlin = { latitude: 52.52, longitude: 13.405 };
const hamburg = { latitude: 53.5511, longitude: 9.9937 };

it('is the way over the ground', () => {
  // 255 km by the geodesic on the ellipsoid.
  expect(metresBetween(berlin, hamburg) / 1000).toBeGreaterThan(254);
  expect(metresBetween(berlin, hamburg) / 1000).toBeLessThan(257);
  expect(metresBetween(berlin, berlin)).toBe(0);
});

it('goes the short way across the line where the days change, and over a pole', () => {
  const fiji = { latitude: -17, longitude: 179.9 };
  const east = { latitude: -17, longitude: -179.9 };
  expect(metresBetween(fiji, east) / 1000).toBeCloseTo(21.27, 1);
  const pole = metresBetween({ latitude: 89, longitude: 0 }, { latitude: 89, longitude: 180 });
  expect(pole / 1000).toBeCloseTo(222.4, 0);
});
