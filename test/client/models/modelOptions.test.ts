import { expect, it } from 'vitest';
import { modelOptions } from '../../../client/models/jobs/assemble.ts';
import type { InstanceOf } from '../../../shared/assemblies/instances.ts';
import { content, module } from '../../shared/assemblies/building.ts';

it('a file that stands in a design within is not taken for the whole’s file of the same path', () => {
  const file = (): Extract<InstanceOf, { kind: 'file' }> => ({
    kind: 'file',
    path: 'model.stl',
    unit: 'mm',
    material: '',
  });
  const [own, inner] = [file(), file()];
  const model = { parts: [], occurrences: [], nodes: [] };
  const { title, parameters, instances, mates, parts } = content('Whole', {
    instances: [module('file', '', {}, { of: own })],
  });
  const { fileModel } = modelOptions({
    content: { title, parameters, instances, mates, parts },
    designs: { 'd/1': content('Inner', { instances: [module('file', '', {}, { of: inner })] }) },
    choices: {},
    files: { 'mm model.stl': model },
  });
  expect(fileModel(own)).toBe(model);
  expect(fileModel(inner)).toBeNull();
});
