import { expect, test } from 'vitest';
import { progressOn } from '../../../server/admin/progressLine.ts';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

test('on a terminal one line changes, at most once a second, and gives way to sentences', () => {
  const terminal = output(true);
  const time = { now: 0 };
  const teller = progressOn(terminal, false, () => time.now);
  for (time.now = 0; time.now < 2500; time.now += 100)
    teller.onProgress({ what: 'importing', done: time.now, total: 500_000 });
  teller.say('Done.');
  expect(terminal.written).toEqual([
    '\r\x1b[Kimporting: 1,000 of 500,000',
    '\r\x1b[Kimporting: 2,000 of 500,000',
    '\r\x1b[KDone.\n',
  ]);
});

test('elsewhere it is silent unless it is asked for', () => {
  const silent = output(false);
  const asked = output(false);
  const time = { now: 0 };
  const tellers = [progressOn(silent, false, () => time.now), progressOn(asked, true, () => time.now)];
  time.now = 1500;
  for (const teller of tellers) teller.onProgress({ what: 'copying the log', done: 0 });
  expect(silent.written).toEqual([]);
  expect(asked.written).toEqual(['copying the log …\n']);
});
