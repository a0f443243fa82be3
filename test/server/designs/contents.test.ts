import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFrom } from '../../../server/designs/contents.ts';
import { revisionFactsOf } from '../../../server/designs/revisionFacts.ts';
import { facetsOf } from '../../../server/designs/searchWords.ts';
import { designContent } from '../../../shared/designs/content.ts';

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
