import { expect, it, onTestFinished, vi } from 'vitest';
import { ReadFiles } from '../../../client/assemblies/readFiles.ts';
import type { Models } from '../../../client/models/models.ts';
import { content, module } from '../../shared/assemblies/building.ts';

const MEGABYTES = 1_000_000;
const file = (path: string, unit: 'mm' | 'in' = 'mm') =>
  module(path.replaceAll('.', '-'), '', {}, { of: { kind: 'file', path, unit, material: '' } });

it('the same file in two units is two models, and what has no more room is left out', async () => {
  const fetched: string[] = [];
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  vi.stubGlobal('fetch', async (address: string) => {
    fetched.push(address);
    return { ok: true, arrayBuffer: async () => new ArrayBuffer(250 * MEGABYTES) };
  });
  const read: unknown[] = [];
  const models = {
    ask: async (_job: string, { options }: { options: unknown }) => {
      read.push(options);
      return { model: { parts: [], occurrences: [], nodes: [] } };
    },
  } as Partial<Models> as Models;
  const paths = ['a.stl', 'b.stl', 'c.stl'];
  const whole = content('Whole', {
    files: paths.map((path, n) => ({
      path,
      fileId: String(n).repeat(64),
      bytes: 1,
      role: 'source' as const,
      words: '',
    })),
    instances: [file('a.stl'), file('a.stl', 'in'), file('a.stl'), file('b.stl'), file('c.stl')],
  });
  const files = new ReadFiles();
  expect(Object.keys(await files.modelsOf(whole, models))).toEqual(['mm a.stl', 'in a.stl', 'mm b.stl']);
  expect(read).toEqual([{ unit: 'mm' }, { unit: 'in' }, { unit: 'mm' }]);
  await files.modelsOf(whole, models);
  expect(fetched).toHaveLength(3);
});
