import { expect, it } from 'vitest';
import { minutesOfHands } from '../../../server/builds/hours.ts';

const spent = (memberId: string, at: string, minutes: number) => ({
  memberId,
  from: Date.parse(at),
  minutes,
});

it('counts the longer of what was noted and attended, for each person and day of the workshop', () => {
  // In Auckland it is the 22nd all the while; in Greenwich the day changes in between.
  const noted = [spent('anna', '2026-11-21T23:30:00Z', 90)];
  const attended = [
    spent('anna', '2026-11-22T00:30:00Z', 120),
    spent('ben', '2026-11-22T00:30:00Z', 15),
    spent('anna', '2026-11-22T12:00:00Z', 30),
  ];
  expect(minutesOfHands(noted, attended, 'Pacific/Auckland')).toBe(120 + 15 + 30);
  expect(minutesOfHands(noted, attended, 'UTC')).toBe(90 + 150 + 15);
});

it('counts who stands beside two machines at once a single time', () => {
  const attended = [
    spent('anna', '2026-11-22T09:00:00Z', 60),
    spent('anna', '2026-11-22T09:30:00Z', 60),
    spent('anna', '2026-11-22T09:40:00Z', 10),
    spent('ben', '2026-11-22T09:00:00Z', 60),
  ];
  expect(minutesOfHands([], attended, 'UTC')).toBe(90 + 60);
});
