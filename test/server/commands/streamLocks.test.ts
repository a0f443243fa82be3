import { describe, expect, it } from 'vitest';
import { StreamLocks } from '../../../server/commands/streamLocks.ts';
import { StoreUnavailable } from '../../../server/eventstore/port.ts';

describe('the commands of one stream', () => {
  it('follow each other in order, also after one that failed', async () => {
    const locks = new StreamLocks();
    const told: string[] = [];
    const work = (name: string, fails = false) =>
      locks.run('calendar-1', async () => {
        told.push(`${name} begins`);
        await Promise.resolve();
        told.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    await Promise.allSettled([work('one'), work('two', true), work('three')]);
    expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  });

  it('do not wait for those of another stream', async () => {
    const locks = new StreamLocks();
    const stuck = Promise.withResolvers<void>();
    const waiting = locks.run('calendar-1', () => stuck.promise);
    expect(await locks.run('calendar-2', async () => 'done')).toBe('done');
    stuck.resolve();
    await waiting;
  });

  it('give up when those before take too long, and still never run beside them', async () => {
    const locks = new StreamLocks(20);
    const stuck = Promise.withResolvers<void>();
    let running = true;
    const first = locks
      .run('calendar-1', () => stuck.promise)
      .then(() => {
        running = false;
      });
    await expect(locks.run('calendar-1', async () => 'never')).rejects.toThrow(StoreUnavailable);
    const third = locks.run('calendar-1', async () => running);
    stuck.resolve();
    await first;
    expect(await third).toBe(false);
  });
});
