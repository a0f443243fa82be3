import { describe, expect, it } from 'vitest';
import { designOfModule } from '../../../shared/assemblies/designOfModule.ts';
import { partLinesFrom } from '../../../shared/assemblies/partLines.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { designContent } from '../../../shared/designs/content.ts';
import { modules } from '../../../shared/modules/all.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';

const tube = () => {
  const [first] = modules;
  if (!first) throw new Error('There are no modules.');
  return first;
};
const SOURCES = { designOf: () => null };

describe('a design that begins with a module', () => {
  it.each(modules.map((module) => [module.id, module] as const))('can be published: %s', (_id, module) => {
    const draft = designOfModule(module, 'My own', usualValues(module.parameters));
    const read = designContent.safeParse({ ...draft, licence: 'CERN-OHL-S-2.0' });
    expect(read.error?.issues ?? []).toEqual([]);
    expect(draft.parameters.length).toBe(Object.keys(module.parameters).length);
    expect(draft.parts.length).toBeGreaterThan(0);
    // What has to be connected is so only in a machine.
    expect(solve(draft, SOURCES).problems.filter(({ kind }) => kind !== 'unmated')).toEqual([]);
  });

  it('says its sizes as they were chosen, and its instance follows them', () => {
    const draft = designOfModule(
      tube(),
      'Long tube',
      { length: 1930.4, faces: 'two' },
      {
        parameters: { length: 'Length' },
      },
    );
    const length = draft.parameters.find(({ id }) => id === 'p-length');
    expect(length).toEqual({ id: 'p-length', name: 'Length', value: '1930.4', unit: 'mm' });
    expect(draft.instances[0]?.parameters.length).toBe('=p-length');
    expect(draft.instances[0]?.parameters.faces).toBe('=p-faces');
    expect(draft.interfaces.filter(({ kind }) => kind === 'holeGrid').length).toBe(2);
  });

  it('has its parts from the beginning, and others when its sizes change', () => {
    const draft = designOfModule(tube(), 'Tube', { length: 1524 });
    expect(draft.parts.map(({ cut }) => cut?.length)).toEqual([1524]);
    const longer = {
      ...draft,
      parameters: draft.parameters.map((each) =>
        each.id === 'p-length' ? { ...each, value: '76 in' } : each,
      ),
    };
    expect(solve(longer, SOURCES).problems).toEqual([]);
    expect(partLinesFrom(longer, SOURCES).map(({ cut }) => cut?.length)).toEqual([1930.4]);
  });

  it('serves in other assemblies, each time with sizes of its own', () => {
    const content = designContent.parse({ ...designOfModule(tube(), 'Tube', {}), licence: 'CERN-OHL-S-2.0' });
    const pin = { designId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', revision: 1 };
    const machine = {
      parameters: [],
      mates: [],
      instances: [1524, 1930.4].map((length, n) => ({
        id: `tube-${n}`,
        name: '',
        of: { kind: 'design' as const, ...pin },
        parameters: { 'p-length': length },
        at: {
          origin: [0, 500 * n, 0] as [number, number, number],
          x: [1, 0, 0] as [number, number, number],
          z: [0, 0, 1] as [number, number, number],
        },
        mirrored: false,
        step: null,
        alternatives: [],
      })),
    };
    const solved = solve(machine, { designOf: () => content });
    expect(solved.problems.filter(({ kind }) => kind !== 'unmated')).toEqual([]);
    const lengths = solved.instances.map(({ inner }) => inner?.instances[0]?.values.length);
    expect(lengths).toEqual([1524, 1930.4]);
  });
});
