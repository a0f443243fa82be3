import { createHash, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { designsProjection } from '../../../server/designs/projection.ts';
import { designTalkProjection } from '../../../server/designs/projectionTalk.ts';
import { revisionFactsOf } from '../../../server/designs/revisionFacts.ts';
import type { RecordedEvent } from '../../../server/eventstore/port.ts';
import { applyEvent, handlersByType } from '../../../server/views/apply.ts';
import { openViewsDatabase } from '../../../server/views/database.ts';
import { directWriters } from '../../../server/views/writers.ts';
import { type DesignContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { emptyLine, type PartLine, type PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { DataOf, EventType } from '../../../shared/schemasOfEvents.ts';

const projections = [designsProjection, designTalkProjection];
const tables = projections.flatMap((projection) => projection.tables);
export const AUTHOR = '00000000-0000-4000-8000-0000000000a1';

/** One line of a parts list: one piece that is bought, unless told otherwise. */
export function line(id: string, change: Partial<PartLine> = {}): PartLine {
  return {
    ...emptyLine(id.padEnd(4, '0'), id),
    ...change,
  };
}

/** A line that is a revision of another design. */
export const sub = (id: string, of: PinnedRevision, change: Partial<PartLine> = {}): PartLine =>
  line(id, { of, source: 'make', ...change });

export const designOf = (change: Partial<DesignContent>): DesignContent => ({
  ...EMPTY_CONTENT,
  title: 'Power Cube',
  licence: 'CERN-OHL-S-2.0',
  ...change,
});

/** The views of designs alone, fed event by event in memory. */
export function openLibrary() {
  const contents = new Map<string, DesignContent>();
  const log: RecordedEvent[] = [];
  const handlers = handlersByType(projections);
  const open = () => {
    const views = openViewsDatabase(':memory:', tables);
    onTestFinished(() => views.close());
    views.finish();
    return { views, writers: directWriters(views) };
  };
  const read = { read: (fileId: string) => contents.get(fileId) ?? null };
  const { views, writers } = open();

  const happen = <Type extends EventType>(type: Type, data: DataOf<Type>, stream = 'any') => {
    const at = new Date(Date.UTC(2026, 10, 22) + log.length * 60_000).toISOString();
    const event: RecordedEvent = {
      id: randomUUID(),
      type,
      data: JSON.parse(JSON.stringify(data)),
      stream,
      revision: log.filter((each) => each.stream === stream).length,
      position: BigInt(log.length + 1),
      metadata: {
        at,
        actor: `member:${AUTHOR}`,
        commandId: randomUUID(),
        commandHash: 'a'.repeat(64),
        version: 1,
      },
    };
    log.push(event);
    applyEvent(handlers, event, writers, read);
  };

  const newest = new Map<string, number>();
  return {
    reader: views.reader,
    contents: { read: (contentId: string) => contents.get(contentId) ?? null },
    happen,
    /** The first revision of a new design, or the next of one. */
    publish(
      content: DesignContent,
      { designId = randomUUID(), forkedFrom = null, by = AUTHOR, workshopId = null }: Publication = {},
    ): PinnedRevision & { contentId: string } {
      const contentId = createHash('sha256').update(JSON.stringify(content)).digest('hex');
      contents.set(contentId, content);
      const revision = (newest.get(designId) ?? 0) + 1;
      newest.set(designId, revision);
      const facts = { designId, revision, publishedBy: by, ...revisionFactsOf(content, contentId) };
      if (revision === 1) happen('DesignPublished', { ...facts, forkedFrom, workshopId }, designId);
      else happen('RevisionPublished', facts, designId);
      return { designId, revision, contentId };
    },
    /** The bytes go first, then the event tells. */
    withdraw(fileId: string) {
      contents.delete(fileId);
      happen('FileWithdrawn', { fileId, reasonId: randomUUID(), withdrawnBy: AUTHOR });
    },
    /** Every row of every table as it stands. */
    rows: () => rowsOf(views),
    /** The same from the beginning, with the contents that there are now. */
    rowsAnew() {
      const anew = open();
      for (const event of log) applyEvent(handlers, event, anew.writers, read);
      return rowsOf(anew.views);
    },
  };
}

interface Publication {
  designId?: string;
  forkedFrom?: PinnedRevision | null;
  by?: string;
  workshopId?: string | null;
}

const rowsOf = ({ reader }: ReturnType<typeof openViewsDatabase>) =>
  tables.map((table) => [table.name, reader.all(table, `order by "${table.key}"`)]);
