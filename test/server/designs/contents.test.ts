import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFrom, designContents } from '../../../server/designs/contents.ts';
import { revisionFactsOf } from '../../../server/designs/revisionFacts.ts';
import { facetsOf } from '../../../server/designs/searchWords.ts';
import { designContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';

const golden = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'golden', name), 'utf8'));

describe('a content that an earlier release wrote', () => {
  it('before there were models is read as one in whose model nothing stands', () => {
    const written = golden('beforeModels.json');
    const read = contentFrom(written);
    expect(read).toEqual({ ...designContent.parse(written), instances: [], mates: [] });
    if (read === null) return;
    const { summary, uses } = revisionFactsOf(read, 'c'.repeat(64));
    expect(uses).toEqual([]);
    expect(facetsOf(summary, read)).toMatchObject({ machines: ['welder'], modules: [] });
  });

  it('is nothing where it is no content', () => {
    for (const other of [null, 'text', 7, {}, []]) expect(contentFrom(other)).toBeNull();
  });
});

describe('contents that are kept in memory', () => {
  it('are few where their models are large', () => {
    const one = {
      kind: 'rigid' as const,
      one: { instance: 'tube', interface: 'end-top' },
      other: { instance: 'plate', interface: 'grid' },
      turn: 0,
      offset: { x: 0, y: 0, z: 0 },
    };
    const mates = Array.from({ length: 20_000 }, (_, index) => ({ ...one, id: `mate-${index}` }));
    const asked: string[] = [];
    const contents = designContents(
      {
        read: (id) => {
          asked.push(id);
          return { ...EMPTY_CONTENT, title: id, mates };
        },
      },
      { take: () => Promise.reject(new Error('nothing')), claim: () => Promise.reject(new Error('nothing')) },
    );
    const ids = Array.from({ length: 20 }, (_, index) => String(index));
    for (const id of [...ids, '19', '0']) expect(contents.read(id)?.title).toBe(id);
    expect(asked).toEqual([...ids, '0']);
  });
});
