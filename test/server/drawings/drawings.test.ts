import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDrawings } from '../../../server/drawings/drawings.ts';
import { type DrawingThread, openDrawingThread } from '../../../server/drawings/drawingThread.ts';
import type { DrawingOrder } from '../../../server/drawings/order.ts';
import { NoPlaceToWait, TooMuch } from '../../../server/threads/oneThread.ts';
import { moduleById } from '../../../shared/modules/all.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const bolt: DrawingOrder = {
  kind: 'module',
  module: 'bolt',
  values: usualValues(moduleById('bolt')?.parameters ?? {}),
  view: 'iso',
  size: 'full',
  title: 'Bolt',
};

const of = (order: DrawingOrder) => async () => order;

/** Draws the title of what is ordered, and counts. */
function counting(fails = false): DrawingThread & { drawn(): number } {
  let count = 0;
  return {
    draw: async (order) => {
      count += 1;
      if (fails) throw new TooMuch();
      const { title } = await order();
      return { drawing: `<svg>${title}</svg>` };
    },
    close: async () => {},
    drawn: () => count,
  };
}

describe('drawings', () => {
  it('are made once, and kept on the disk beyond this process', async () => {
    const folder = await temporaryFolder();
    const thread = counting();
    const drawings = openDrawings(folder, thread);
    const ask = () => drawings.of(['one'], 'disk', async () => bolt);
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second).toEqual(first);
    expect(await ask()).toEqual(first);
    expect(thread.drawn()).toBe(1);
    const later = counting();
    expect(await openDrawings(folder, later).of(['one'], 'disk', async () => bolt)).toEqual(first);
    expect(later.drawn()).toBe(0);
    expect((await drawings.of(['other'], 'disk', async () => bolt)).key).not.toBe(first.key);
  });

  it('that may be of any number stay off the disk', async () => {
    const folder = await temporaryFolder();
    await openDrawings(folder, counting()).of(['one'], 'memory', async () => bolt);
    expect(await readdir(join(folder, 'drawings')).catch(() => [])).toEqual([]);
  });

  it('that may be of any number leave places to the others', async () => {
    const ready = Promise.withResolvers<void>();
    const thread: DrawingThread = {
      draw: () => ready.promise.then(() => ({ drawing: '<svg/>' })),
      close: async () => {},
    };
    const drawings = openDrawings(await temporaryFolder(), thread);
    const ask = (name: string, kept: 'disk' | 'memory') => drawings.of([name], kept, of(bolt));
    const asked = Array.from({ length: 12 }, (_, n) => ask(String(n), 'memory'));
    const settled = Promise.allSettled([...asked, ask('other', 'disk')]);
    await expect(asked.at(-1)).rejects.toThrow(NoPlaceToWait);
    ready.resolve();
    const done = (await settled).map(({ status }) => status);
    expect(done).toEqual([
      ...Array<string>(8).fill('fulfilled'),
      ...Array<string>(4).fill('rejected'),
      'fulfilled',
    ]);
    expect((await ask('again', 'memory')).svg).toBe('<svg/>');
  });

  it('that were too much are not tried again at once', async () => {
    const thread = counting(true);
    const drawings = openDrawings(await temporaryFolder(), thread);
    for (let time = 0; time < 3; time += 1) {
      await expect(drawings.of(['one'], 'disk', async () => bolt)).rejects.toThrow(TooMuch);
    }
    expect(thread.drawn()).toBe(1);
  });
});

describe('the thread that draws', () => {
  const opened = (limits: Parameters<typeof openDrawingThread>[0]) => {
    const thread = openDrawingThread(limits);
    onTestFinished(() => thread.close());
    return thread;
  };

  it('gives up what takes too long, and goes on with the next', async () => {
    const thread = opened({ milliseconds: 1 });
    await expect(thread.draw(of(bolt))).rejects.toThrow(TooMuch);
    const patient = opened({});
    const nothing = await patient.draw(of({ ...bolt, module: 'flying-carpet' }));
    expect(nothing).toEqual({ drawing: null });
    expect((await patient.draw(of(bolt))).drawing).toContain('<title>Bolt</title>');
  });

  it('lets no more wait than it has places', async () => {
    const thread = opened({ waiting: 1 });
    const asked = [thread.draw(of(bolt)), thread.draw(of(bolt)), thread.draw(of(bolt))];
    const settled = Promise.allSettled(asked);
    await expect(asked[2]).rejects.toThrow(NoPlaceToWait);
    await thread.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('survives a model that breaks whoever draws it', async () => {
    const thread = opened({});
    const broken = { ...bolt, values: { length: Number.NaN } };
    await thread.draw(of(broken));
    expect((await thread.draw(of(bolt))).drawing).toContain('<path');
  });

  it('asks for what is to be drawn when its turn has come, and goes on where that fails', async () => {
    const thread = opened({});
    const asked: string[] = [];
    const ask = (name: string) => async () => {
      asked.push(name);
      if (name === 'missing') throw new Error('There is no such file.');
      return bolt;
    };
    const first = thread.draw(ask('first'));
    const missing = thread.draw(ask('missing'));
    const last = thread.draw(ask('last'));
    expect(asked).toEqual(['first']);
    expect((await first).drawing).toContain('<path');
    await expect(missing).rejects.toThrow('There is no such file.');
    expect((await last).drawing).toContain('<path');
  });
});
