import { describe, expect, it } from 'vitest';
import { whereUsed } from '../../../../server/designs/lists/whereUsed.ts';
import { pathTo } from '../../../../server/designs/queriesOfLineage.ts';
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
