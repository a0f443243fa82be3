import { describe, expect, it } from 'vitest';
import { designOfModule } from '../../../shared/assemblies/designOfModule.ts';
import { designContent } from '../../../shared/designs/content.ts';
import { modules } from '../../../shared/modules/all.ts';
import { usualValues } from '../../../shared/modules/parameters.ts';

describe('a design that begins with a module', () => {
  it.each(modules.map((module) => [module.id, module] as const))('can be published: %s', (_id, module) => {
    const draft = designOfModule(module, 'My own', usualValues(module.parameters));
    const read = designContent.safeParse({ ...draft, licence: 'CERN-OHL-S-2.0' });
    expect(read.error?.issues ?? []).toEqual([]);
    expect(draft.parameters.length).toBe(Object.keys(module.parameters).length);
  });

  it('says its sizes as they were chosen, and its instance follows them', () => {
    const [tube] = modules;
    if (!tube) throw new Error('There are no modules.');
    const draft = designOfModule(
      tube,
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
});
