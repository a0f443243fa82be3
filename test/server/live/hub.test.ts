import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Hub } from '../../../server/live/hub.ts';
import { REMEMBERED_EVENTS, RecentSteps } from '../../../server/live/recent.ts';
import { Viewer } from '../../../server/live/viewer.ts';
import type { Advance } from '../../../server/views/views.ts';

/** A log that moves when the test says so. */
function movingLog(position: bigint | null = null) {
  const listeners = new Set<(advance: Advance) => void>();
  return {
    position: () => position,
    onAdvance: (listener: (advance: Advance) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move: (to: bigint, ...streams: string[]) => {
      for (const listener of listeners) listener({ position: to, streams: new Set(streams) });
    },
  };
}

function open(hub: Hub, after?: bigint | null, mayRead: (stream: string) => boolean = () => true) {
  const line = new PassThrough({ highWaterMark: 1_000_000 });
  let isIn = true;
  const viewer = new Viewer(line, mayRead, async () => isIn);
  hub.join(viewer, after);
  let heard = '';
  line.on('data', (chunk) => {
    heard += String(chunk);
  });
  return {
    line,
    heard: () => heard,
    signOut: () => {
      isIn = false;
    },
  };
}

const hubOn = (log: ReturnType<typeof movingLog>) => {
  const hub = new Hub(log);
  onTestFinished(() => hub.close());
  return hub;
};

describe('live changes', () => {
  it('tell what moved, gathered, with the newest position', async () => {
    const log = movingLog();
    const { heard } = open(hubOn(log));
    log.move(5n, 'calendar-a');
    log.move(9n, 'calendar-a', 'machine-b');
    await expect.poll(() => heard()).toContain('event: change');
    expect(heard()).toContain('id: 9\ndata: {"position":"9","topics":["calendar-a","machine-b"]}');
    expect(heard().match(/event: change/g)).toHaveLength(1);
  });

  it('tell only what the viewer may read, and nothing where that is nothing', async () => {
    const log = movingLog();
    const hub = hubOn(log);
    const stranger = open(hub, undefined, (stream) => stream.startsWith('machine-'));
    const nobody = open(hub, undefined, () => false);
    log.move(5n, 'member-x', 'machine-b');
    await expect.poll(() => stranger.heard()).toContain('"topics":["machine-b"]');
    expect(nobody.heard()).not.toContain('change');
  });

  it('tell with a stream what lists watch that do not know it yet, now and to somebody who was away', async () => {
    const log = { ...movingLog(10n), furtherTopics: () => ['material-b'] };
    const hub = hubOn(log);
    const { heard } = open(hub);
    log.move(11n, 'stock-a-b');
    await expect.poll(heard).toContain('"topics":["stock-a-b","material-b"]');
    await expect.poll(open(hub, 10n).heard).toContain('"topics":["stock-a-b","material-b"]');
  });

  it('tell somebody who was away what they missed', async () => {
    const log = movingLog(10n);
    const hub = hubOn(log);
    log.move(11n, 'machine-a');
    log.move(12n, 'machine-b');
    const back = open(hub, 11n);
    await expect.poll(() => back.heard()).toContain('"topics":["machine-b"]');
    const current = open(hub, 12n);
    await expect.poll(() => current.heard()).toContain('id: 12');
    expect(current.heard()).not.toContain('event:');
  });

  it.each([
    ['before what is remembered', 9n],
    ['that this log has not reached', 99n],
    ['that cannot be read', null],
  ])('tell of a gap after a position %s', async (_, after) => {
    const log = movingLog(10n);
    const hub = hubOn(log);
    log.move(11n, 'machine-a');
    const back = open(hub, after);
    await expect.poll(() => back.heard()).toContain('event: gap\nid: 11\n');
  });

  it('remember a thousand events, and the floor rises with them', () => {
    const recent = new RecentSteps(0n);
    for (let position = 1n; position <= BigInt(REMEMBERED_EVENTS) + 5n; position++) {
      recent.add({ position, streams: new Set([`machine-${position}`]) });
    }
    expect(recent.since(4n)).toBeNull();
    expect(recent.since(5n)?.size).toBe(REMEMBERED_EVENTS);
  });

  it('end when the viewer has signed out', async () => {
    const hub = hubOn(movingLog());
    const viewer = open(hub);
    viewer.signOut();
    await hub.recheck();
    await expect.poll(() => viewer.line.writableEnded).toBe(true);
  });

  it('cut a line that takes nothing off', async () => {
    const log = movingLog();
    const hub = hubOn(log);
    const stuck = new PassThrough({ highWaterMark: 10 });
    hub.join(
      new Viewer(
        stuck,
        () => true,
        async () => true,
      ),
      undefined,
    );
    log.move(1n, ...Array.from({ length: 900 }, (_, index) => `calendar-${String(index).padStart(90, '0')}`));
    await expect.poll(() => stuck.destroyed).toBe(true);
  });

  it('end with the program', async () => {
    const hub = new Hub(movingLog());
    const viewer = open(hub);
    hub.close();
    expect(viewer.line.writableEnded).toBe(true);
  });
});
