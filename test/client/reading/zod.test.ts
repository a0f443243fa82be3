import { readdirSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const golden = join(root, 'test/golden');

type Schemas = Record<string, Pick<z.ZodType, 'safeParse'>>;

/** The schemas of all events as zod makes them, and as the small readers of the pages do. */
async function both(): Promise<{ real: Schemas; small: Schemas }> {
  const at = '../../../shared/schemasOfEvents.ts';
  vi.resetModules();
  vi.doUnmock('zod');
  const real: Schemas = (await import(at)).schemasOfEvents;
  vi.resetModules();
  vi.doMock('zod', () => import('../../../client/reading/zod.ts'));
  const small: Schemas = (await import(at)).schemasOfEvents;
  return { real, small };
}

/** A value and its near misses: each field left out, turned into another type, emptied, and one that nobody knows. */
function* variants(value: unknown): Generator<unknown> {
  yield value;
  if (Array.isArray(value)) {
    yield {};
    for (const [index, each] of value.entries())
      for (const other of variants(each)) yield value.with(index, other);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    yield { ...value, unknownToAll: 1 };
    for (const [key, each] of Object.entries(value)) {
      const { [key]: _left, ...rest } = Object(value);
      yield rest;
      for (const other of variants(each)) yield { ...value, [key]: other };
    }
    return;
  }
  yield* [null, '', 'x', 'x'.repeat(3000), -1, 0, 1.5, 1e9, true, [], {}];
}

describe('the small readers of the pages', () => {
  it('judge and read every event, and what nearly is one, as zod does', async () => {
    const { real, small } = await both();
    const told = new Set<unknown>();
    let verdicts = 0;
    for (const file of readdirSync(golden)) {
      const type = file.replace(/\..*$/, '');
      const event = JSON.parse(readFileSync(join(golden, file), 'utf8'));
      for (const value of variants(event.data)) {
        const one = real[type]?.safeParse(value);
        const other = small[type]?.safeParse(value);
        expect([other?.success, other?.data], `${type} ${JSON.stringify(value)}`).toEqual([
          one?.success,
          one?.data,
        ]);
        told.add(one?.success);
        verdicts += 1;
      }
    }
    expect(told).toEqual(new Set([true, false]));
    expect(verdicts).toBeGreaterThan(2000);
  });

  it('know everything that our schemas and the pages ask of zod', async () => {
    vi.resetModules();
    vi.doMock('zod', () => import('../../../client/reading/zod.ts'));
    // The modules are new, and so are their texts.
    const [{ speak }, { en }] = await Promise.all([
      import('../../../client/catalogue/text.ts'),
      import('../../../client/catalogue/en.ts'),
    ]);
    speak(en, 'en-GB');
    await (await import('../../../client/catalogue/designTexts.ts')).speakOfDesigns('en');
    await (await import('../../../client/catalogue/workshopTexts.ts')).speakOfWorkshops('en');
    let files = 0;
    for await (const file of glob('{shared,client}/**/*.ts', { cwd: root })) {
      const source = readFileSync(join(root, file), 'utf8');
      if (!file.startsWith('shared') && !/import \{ z \} from 'zod'/.test(source)) continue;
      await expect(import(join(root, file)), file).resolves.toBeDefined();
      files += 1;
    }
    expect(files).toBeGreaterThan(20);
  });
});
