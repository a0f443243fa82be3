import openSolids from 'manifold-3d';
import { expect, it } from 'vitest';
import { type AskedAssembly, modelOptions, sourcesOf } from '../../../client/models/jobs/assemble.ts';
import type { InstanceOf } from '../../../shared/assemblies/instances.ts';
import { modelOf } from '../../../shared/assemblies/modelOf.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { readModel } from '../../../shared/models/read/readModel.ts';
import { content, module } from '../../shared/assemblies/building.ts';

/** One triangle whose longest side is one of a unit. */
async function cornered(unit: 'mm' | 'in') {
  const text =
    'solid s\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\nendsolid s\n';
  const { model } = await readModel(new TextEncoder().encode(text), 'model.stl', { unit });
  if (!model) throw new Error('there is no model');
  return model;
}

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

it('one file in two units stands there in two sizes, and each is drawn as one shape', async () => {
  const of = (unit: 'mm' | 'in'): InstanceOf => ({ kind: 'file', path: 'model.stl', unit, material: '' });
  const { title, parameters, instances, mates, parts } = content('Whole', {
    instances: [
      module('small', '', {}, { of: of('mm') }),
      module('large', '', {}, { of: of('in') }),
      module('other', '', {}, { of: of('in') }),
    ],
  });
  const asked: AskedAssembly = {
    content: { title, parameters, instances, mates, parts },
    designs: {},
    choices: {},
    files: { 'mm model.stl': await cornered('mm'), 'in model.stl': await cornered('in') },
  };
  const solved = solve({ parameters, instances, mates }, sourcesOf(asked));
  const model = modelOf(solved, await openSolids(), modelOptions(asked));
  const sizes = model.occurrences.map(({ part }) => Math.max(...(model.parts[part]?.mesh.positions ?? [])));
  expect(sizes.map((size) => Number(size.toFixed(3)))).toEqual([1, 25.4, 25.4]);
  expect(model.parts).toHaveLength(2);
});
