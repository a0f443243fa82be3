import { describe, expect, it } from 'vitest';
import { rollUpOf } from '../../../../server/designs/lists/rollUps.ts';
import { whereUsed } from '../../../../server/designs/lists/whereUsed.ts';
import { pathTo } from '../../../../server/designs/queriesOfLineage.ts';
import type { Instance } from '../../../../shared/assemblies/instances.ts';
import { designOf, line, openLibrary, sub } from '../library.ts';

describe('where a design is used', () => {
  it('is told upwards through all levels, the nearest first, with how many', () => {
    const library = openLibrary();
    const pump = library.publish(designOf({ title: 'Pump', parts: [line('gear')] }));
    const cube = library.publish(designOf({ title: 'Cube', parts: [sub('pump', pump, { quantity: 2 })] }));
    const tractor = library.publish(
      designOf({ title: 'Tractor', parts: [sub('cube', cube, { quantity: 3 }), sub('pump', pump)] }),
    );
    const { uses, cut } = whereUsed(library.reader, pump.designId);
    expect(cut).toBe(false);
    expect(uses.map(({ by, quantity, level }) => [by.title, quantity, level])).toEqual([
      ['Cube', 2, 1],
      ['Tractor', 7, 1],
    ]);
    expect(whereUsed(library.reader, tractor.designId).uses).toEqual([]);
  });

  it('follows what a pinned older revision used, and tells of newest revisions only', () => {
    const library = openLibrary();
    const pump = library.publish(designOf({ title: 'Pump' }));
    const cube = library.publish(designOf({ title: 'Cube', parts: [sub('pump', pump)] }));
    library.publish(designOf({ title: 'Cube without a pump' }), { designId: cube.designId });
    library.publish(designOf({ title: 'Tractor', parts: [sub('cube', cube)] }));
    const { uses } = whereUsed(library.reader, pump.designId);
    expect(uses.map(({ by, level }) => [by.title, level])).toEqual([['Tractor', 2]]);
  });

  it('counts what stands in a model though no line says so, and nothing of it twice', () => {
    const library = openLibrary();
    const pump = library.publish(designOf({ title: 'Pump', parts: [line('gear', { mass: 2 })] }));
    const standing = (id: string, of: { designId: string; revision: number }): Instance => ({
      id,
      name: '',
      of: { kind: 'design', designId: of.designId, revision: of.revision },
      parameters: {},
      at: { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
      mirrored: false,
      step: null,
      alternatives: [],
    });
    // Its sizes differ from the pinned design's: so its parts are written out.
    const instances = [standing('left', pump), standing('right', pump)];
    const parts = [line('m-left', { quantity: 2, mass: 3 })];
    const cube = library.publish(designOf({ title: 'Cube', instances, parts }));
    const tractor = library.publish(designOf({ title: 'Tractor', parts: [sub('cube', cube)] }));
    const { uses } = whereUsed(library.reader, pump.designId);
    expect(uses.map(({ by, quantity, level }) => [by.title, quantity, level])).toEqual([
      ['Cube', 2, 1],
      ['Tractor', 2, 2],
    ]);
    expect(rollUpOf(library.reader, tractor)).toMatchObject({ mass: 6, pieces: 2, kinds: 1 });
  });

  it('tells which revision of it is used', () => {
    const library = openLibrary();
    const first = library.publish(designOf({ title: 'Pump' }));
    const second = library.publish(designOf({ title: 'Pump 2' }), { designId: first.designId });
    library.publish(designOf({ title: 'Both', parts: [sub('old0', first), sub('new0', second)] }));
    const { uses } = whereUsed(library.reader, first.designId);
    expect(uses.map(({ revision }) => revision)).toEqual([2, 1]);
  });
});

describe('the path from revisions to a design', () => {
  it('goes through what they pin, the shortest way', () => {
    const library = openLibrary();
    const pump = library.publish(designOf({ title: 'Pump' }));
    const cube = library.publish(designOf({ title: 'Cube', parts: [sub('pump', pump)] }));
    const tractor = library.publish(designOf({ title: 'Tractor', parts: [sub('cube', cube)] }));
    const named = ({ designId, revision }: typeof pump) => ({ designId, revision });
    expect(pathTo(library.reader, [named(tractor)], pump.designId)).toEqual([tractor, cube, pump].map(named));
    expect(pathTo(library.reader, [named(pump)], tractor.designId)).toBeNull();
  });
});
