import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { creditsOf } from '../../../../server/designs/lineage/credits.ts';
import { lineageOf } from '../../../../server/designs/lineage/graph.ts';
import { relationsOf } from '../../../../server/designs/lineage/relations.ts';
import type { DesignRelation } from '../../../../shared/designs/content.ts';
import type { PinnedRevision } from '../../../../shared/designs/partLines.ts';
import { processorTime } from '../../../processorTime.ts';
import { AUTHOR, designOf, openLibrary } from '../library.ts';

const names = { of: (ids: Iterable<string>) => new Map(Array.from(ids, (id) => [id, id.slice(-2)])) };
const pinned = ({ designId, revision }: PinnedRevision) => ({ designId, revision });

describe('a lineage', () => {
  it('is drawn from every design in it, up and down, with its duplicates', () => {
    const { reader, publish, happen } = openLibrary();
    const origin = publish(designOf({ title: 'Origin' }));
    publish(designOf({ title: 'Origin 2' }), { designId: origin.designId });
    const fork = publish(designOf({ title: 'Fork' }), { forkedFrom: pinned(origin) });
    const grandchild = publish(designOf({ title: 'Grandchild' }), { forkedFrom: pinned(fork) });
    const twin = publish(designOf({ title: 'Twin' }));
    happen('DuplicateDeclared', { designId: twin.designId, of: origin.designId, declaredBy: AUTHOR });
    publish(designOf({ title: 'Stranger' }));
    const expected = [origin, fork, grandchild, twin].map(({ designId }) => designId).toSorted();
    for (const start of expected) {
      const { designs, links, cut } = lineageOf({ views: reader, names }, start);
      expect(designs.map(({ designId }) => designId).toSorted()).toEqual(expected);
      expect(links.map(({ kind }) => kind).toSorted()).toEqual(['duplicate', 'fork', 'fork']);
      expect(cut).toBe(false);
    }
    const { designs } = lineageOf({ views: reader, names }, fork.designId);
    const drawn = designs.find(({ designId }) => designId === origin.designId);
    expect(drawn?.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('of hundreds of forks and a thousand revisions is drawn at once, the nearest where they are too many', () => {
    const { reader, publish } = openLibrary();
    const origin = publish(designOf({ title: 'Origin' }));
    const { designId } = origin;
    for (let revision = 2; revision <= 1000; revision++)
      publish(designOf({ version: String(revision) }), { designId });
    for (let fork = 0; fork < 320; fork++)
      publish(designOf({}), { forkedFrom: { designId, revision: 1 + fork } });
    const started = processorTime();
    const { designs, links, cut } = lineageOf({ views: reader, names }, designId);
    expect(processorTime() - started).toBeLessThan(1000);
    expect([designs.length, links.length, cut]).toEqual([300, 299, true]);
    expect(designs[0]?.revisions).toHaveLength(300);
  });

  it('credits those whom a revision grew out of, not those who came later', () => {
    const { reader, publish } = openLibrary();
    const [early, late, forker] = [randomUUID(), randomUUID(), randomUUID()];
    const origin = publish(designOf({ title: 'Origin' }), { by: early });
    publish(designOf({ title: 'Later' }), { designId: origin.designId, by: late });
    const attributions = [
      { id: 'name1', name: 'Ada', role: 'author', organization: '', contact: '' } as const,
      { id: 'name2', name: 'Ada', role: 'licensor', organization: '', contact: '' } as const,
    ];
    const content = designOf({ title: 'Fork', attributions });
    const fork = publish(content, { forkedFrom: pinned(origin), by: forker });
    const credits = creditsOf({ views: reader, names }, fork, content);
    expect(credits.map(({ memberId, name, roles }) => [memberId ?? name, roles])).toEqual([
      [forker, ['author']],
      [early, ['author']],
      ['Ada', ['author', 'licensor']],
    ]);
    expect(creditsOf({ views: reader, names }, origin, null).map(({ memberId }) => memberId)).toEqual([
      early,
    ]);
  });
});

describe('what machines are made from', () => {
  it('joins names to designs of that title, leaves forks out, and numbers the circles', () => {
    const { reader, publish } = openLibrary();
    const relation = (what: string, design: string | null = null): DesignRelation[] => [
      { id: 'rel1', kind: 'madeFrom', what, design },
    ];
    const press = publish(designOf({ title: 'Press', relations: relation('Steel') }), { by: AUTHOR });
    publish(designOf({ title: 'Press', relations: relation('Steel') }), { forkedFrom: pinned(press) });
    const lathe = publish(designOf({ title: 'Lathe', relations: relation('mill ') }));
    const mill = publish(designOf({ title: 'Mill', relations: relation('anything', lathe.designId) }));
    const { nodes, links } = relationsOf(reader);
    expect(nodes).toHaveLength(4);
    expect(links).toContainEqual({ kind: 'madeFrom', from: mill.designId, to: lathe.designId });
    expect(links).toContainEqual({ kind: 'madeFrom', from: lathe.designId, to: mill.designId });
    const cycles = new Map(nodes.map(({ name, cycle }) => [name, cycle]));
    expect(cycles).toEqual(
      new Map([
        ['Lathe', 0],
        ['Mill', 0],
        ['Press', null],
        ['Steel', null],
      ]),
    );
  });
});
