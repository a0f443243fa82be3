import { hash } from 'node:crypto';
import { designsProjection } from '../../server/designs/projection.ts';
import { designTalkProjection } from '../../server/designs/projectionTalk.ts';
import { revisionFactsOf } from '../../server/designs/revisionFacts.ts';
import { filesProjection } from '../../server/files/projection.ts';
import { applyEvent, handlersByType } from '../../server/views/apply.ts';
import { openViewsDatabase, type ViewsDatabase } from '../../server/views/database.ts';
import { foldingWriters } from '../../server/views/writers.ts';
import { type DesignContent, designCategory, EMPTY_CONTENT } from '../../shared/designs/content.ts';
import type { PartLine, PinnedRevision } from '../../shared/designs/partLines.ts';
import { chanceFrom, uuidFrom } from './chance.ts';

export const DESIGNS = 10_000;
export const LINES = 200;
export const LEVELS = 5;
const PINS = 5;
const PER_LEVEL = DESIGNS / LEVELS;
const VOCABULARY = 3000;
const FIRST = Date.UTC(2026, 0, 1);

export interface LibraryDesign {
  designId: string;
  content: DesignContent;
}

/** Words of two to four syllables; the first ones are used far more often than the last, as in real texts. */
function vocabulary(chance: () => number): () => string {
  const syllables = [
    'ra',
    'mon',
    'tu',
    'bel',
    'ko',
    'shi',
    'dre',
    'lan',
    'po',
    'wer',
    'gu',
    'fex',
    'mi',
    'sta',
  ];
  const syllable = () => syllables[Math.floor(chance() * syllables.length)] ?? '';
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 2 + Math.floor(chance() * 3) }, syllable).join(''),
  );
  return () => words[Math.floor(VOCABULARY ** chance()) - 1] ?? 'pump';
}

/**
 * Designs in levels: those of the lowest hold bought and made parts alone, all others also pin some of the level below.
 * The same for the same seed.
 */
export function* libraryOf(seed: number): Generator<LibraryDesign> {
  const chance = chanceFrom(seed);
  const word = vocabulary(chance);
  const phrase = (length: number) => Array.from({ length }, word).join(' ');
  const ids: string[] = [];
  const line = (index: number, of: PinnedRevision | null): PartLine => ({
    id: `l${String(index).padStart(4, '0')}`,
    parent: null,
    name: phrase(2),
    specification: '',
    material: 'steel',
    quantity: 1 + Math.floor(chance() * 4),
    written: '',
    unit: 'piece',
    source: 'buy',
    tracked: false,
    of,
    cut: null,
    alternatives: [],
    mass: of ? null : Math.ceil(chance() * 1000) / 100,
    price: of
      ? null
      : { amount: Math.ceil(chance() * 2000) / 100, currency: 'EUR', on: '2026-11-01', supplier: '' },
    machines: [],
    files: [],
    note: '',
  });
  for (let index = 0; index < DESIGNS; index++) {
    const level = Math.floor(index / PER_LEVEL);
    const below = new Set<string>();
    while (level > 0 && below.size < PINS) {
      below.add(ids[(level - 1) * PER_LEVEL + Math.floor(chance() * PER_LEVEL)] ?? '');
    }
    const pins = [...below].map((designId) => ({ designId, revision: 1 }));
    const designId = uuidFrom(chance);
    ids.push(designId);
    const categories = designCategory.options;
    const diameter = [25.4, 31.75, 32, 50.8][index % 4] ?? 25.4;
    yield {
      designId,
      content: {
        ...EMPTY_CONTENT,
        title: phrase(3),
        purpose: phrase(12),
        story: phrase(80),
        category: categories[index % categories.length] ?? 'other',
        tags: [word(), word(), word()].filter((tag, at, all) => all.indexOf(tag) === at),
        licence: index % 3 === 0 ? 'CC-BY-SA-4.0' : 'CERN-OHL-S-2.0',
        technologyReadiness: index % 2 === 0 ? 'OTRL-4' : 'OTRL-5',
        interfaces: [{ id: 'axle', name: '', side: 'needs', kind: 'shaft', diameter, keyway: null }],
        parts: Array.from({ length: LINES }, (_, at) => line(at, pins[at] ?? null)),
      },
    };
  }
}

/** The views of such a library, filled as a rebuild fills them. @param each is told of every design. */
export function fillLibrary(
  path: string,
  seed: number,
  each: (design: LibraryDesign) => void,
): ViewsDatabase {
  const projections = [designsProjection, designTalkProjection, filesProjection];
  const views = openViewsDatabase(
    path,
    projections.flatMap(({ tables }) => tables),
  );
  const handlers = handlersByType(projections);
  const writers = foldingWriters(views);
  const publishedBy = uuidFrom(chanceFrom(seed + 1));
  views.database.exec('pragma synchronous = off; begin');
  let position = 0;
  for (const design of libraryOf(seed)) {
    const { designId, content } = design;
    const contentId = hash('sha256', designId);
    const facts = { designId, revision: 1, publishedBy, ...revisionFactsOf(content, contentId) };
    position += 1;
    const event = {
      id: designId,
      type: 'DesignPublished',
      data: JSON.parse(JSON.stringify({ ...facts, forkedFrom: null, workshopId: null })),
      metadata: {
        at: new Date(FIRST + position * 60_000).toISOString(),
        actor: `member:${publishedBy}`,
        commandId: designId,
        commandHash: '',
        version: 1,
      },
      stream: `design-${designId}`,
      revision: 0,
      position: BigInt(position),
    };
    applyEvent(handlers, event, writers, { read: () => content });
    each(design);
    if (position % 500 === 0) writers.flush();
  }
  writers.flush();
  views.database.exec('commit');
  views.finish();
  return views;
}
