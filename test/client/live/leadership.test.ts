import { expect, it } from 'vitest';
import { type Locks, standForLeader } from '../../../client/live/leadership.ts';

/** Web Locks among the tabs of one browser, as the standard says: one holder, the rest in line. */
function browserLocks(): Locks {
  const line: (() => void)[] = [];
  let held = false;
  const next = () => {
    const first = line.shift();
    if (first) first();
    else held = false;
  };
  return {
    request: (_name, { signal }, callback) =>
      new Promise((resolve, reject) => {
        const take = () => {
          held = true;
          callback().then((value) => {
            next();
            resolve(value);
          }, reject);
        };
        signal.addEventListener('abort', () => {
          const place = line.indexOf(take);
          if (place < 0) return;
          line.splice(place, 1);
          reject(new DOMException('The request was aborted.', 'AbortError'));
        });
        if (held) line.push(take);
        else take();
      }),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function tabs(locks: Locks | undefined, count: number) {
  const leading: number[] = [];
  const standDown = Array.from({ length: count }, (_, tab) =>
    standForLeader(locks, 'live', () => {
      leading.push(tab);
      return () => leading.splice(leading.indexOf(tab), 1);
    }),
  );
  return { leading, standDown };
}

it('of many tabs one holds the connection', async () => {
  const { leading } = tabs(browserLocks(), 5);
  await settled();
  expect(leading).toEqual([0]);
});

it('when its tab closes the next one takes over', async () => {
  const { leading, standDown } = tabs(browserLocks(), 3);
  await settled();
  standDown[0]?.();
  await settled();
  expect(leading).toEqual([1]);
});

it('a tab that closes while it waits is passed over', async () => {
  const { leading, standDown } = tabs(browserLocks(), 3);
  await settled();
  standDown[1]?.();
  standDown[0]?.();
  await settled();
  expect(leading).toEqual([2]);
});

it('without Web Locks every tab listens for itself', async () => {
  const { leading, standDown } = tabs(undefined, 2);
  expect(leading).toEqual([0, 1]);
  standDown[0]?.();
  expect(leading).toEqual([1]);
});
