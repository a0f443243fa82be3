import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { lendFunctionMaker, withoutEvaluation } from '../../../client/models/withoutEvaluation.ts';
import type { Occt } from '../../../shared/models/read/step/occt.ts';
import { stepAssembly } from '../../shared/models/read/stepFile.ts';

const open: (settings: object) => Promise<Occt> = createRequire(import.meta.url)('occt-import-js');
const content = new TextEncoder().encode(stepAssembly());

it('lets solids be read without evaluating text, as they are with it', async () => {
  const quiet = { print: () => {}, printErr: () => {} };
  const evaluating = Function;
  const giveBack = lendFunctionMaker();
  expect(() => new Function('return 1')()).toThrow(EvalError);
  const occt = await open(quiet);
  giveBack();
  expect(Function).toBe(evaluating);
  const read = withoutEvaluation(() => occt.ReadStepFile(content, null))();
  expect(Function).toBe(evaluating);
  expect(read).toEqual((await open(quiet)).ReadStepFile(content, null));
  expect(read.meshes).toHaveLength(5);
});

it('puts everything back after what failed, and however often it was lent', () => {
  const evaluating = Function;
  const failing = withoutEvaluation(() => {
    throw new Error('no');
  });
  const giveBack = lendFunctionMaker();
  expect(failing).toThrow('no');
  expect(Function).not.toBe(evaluating);
  giveBack();
  giveBack();
  expect(Function).toBe(evaluating);
});
