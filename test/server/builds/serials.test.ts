import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildsProjection } from '../../../server/builds/projection.ts';
import { serialsOf, thingsOfBuild } from '../../../server/builds/queries.ts';
import { applyEvent, handlersByType } from '../../../server/views/apply.ts';
import { openViewsDatabase } from '../../../server/views/database.ts';
import { directWriters } from '../../../server/views/writers.ts';

/** The log as two servers wrote it that did not see each other, and what the views make of it. */
function openLog() {
  const views = openViewsDatabase(':memory:', buildsProjection.tables);
  views.finish();
  const writers = directWriters(views);
  const handlers = handlersByType([buildsProjection]);
  const [workshopId, by, designId] = [randomUUID(), randomUUID(), randomUUID()];
  let position = 0;
  const record = (type: string, buildId: string, data: object) => {
    position += 1;
    const at = new Date(Date.UTC(2026, 0, 1, 0, position)).toISOString();
    const metadata = { at, actor: `member:${by}`, commandId: randomUUID(), commandHash: '', version: 1 };
    const recorded = { id: randomUUID(), stream: `build-${buildId}`, revision: position, metadata };
    const whole = { ...recorded, position: BigInt(position), type, data: { buildId, workshopId, ...data } };
    applyEvent(handlers, whole, writers, { read: () => null });
  };
  const start = (of = designId) => {
    const [buildId, itemId] = [randomUUID(), randomUUID()];
    const nothing = { product: null, subjectId: null, forBuild: null, noteId: null };
    const begun = { kind: 'design', name: 'Press', of: { designId: of, revision: 1 }, things: [itemId] };
    record('BuildStarted', buildId, { ...begun, ...nothing, startedBy: by });
    return { buildId, itemId };
  };
  const complete = ({ buildId, itemId }: ReturnType<typeof start>, serial: string) => {
    const things = [{ itemId, name: 'Press', serial, code: '7K3FQ' }];
    record('BuildCompleted', buildId, { things, produced: null, at: '2026-01-01T12:00:00.000Z', by });
  };
  const reopen = (buildId: string) => record('BuildReopened', buildId, { by });
  const serialOf = (buildId: string) => thingsOfBuild(views.reader, buildId)[0]?.serial;
  return { start, complete, reopen, serialOf, designId, reader: views.reader };
}

describe('the serials of a design', () => {
  it('belong to whom the log names first; the later thing gets the next number, and keeps it', () => {
    const { start, complete, reopen, serialOf } = openLog();
    const [one, two, three] = [start(), start(), start()];
    for (const each of [one, two, three]) complete(each, 'No. 1');
    expect([one, two, three].map(({ buildId }) => serialOf(buildId))).toEqual(['No. 1', 'No. 2', 'No. 3']);
    reopen(two.buildId);
    complete(two, 'No. 1');
    expect(serialOf(two.buildId)).toBe('No. 2');
  });

  it('are numbered anew where two asked for the same words, and do not hinder another design', () => {
    const { start, complete, serialOf } = openLog();
    const [one, two, other] = [start(), start(), start(randomUUID())];
    for (const each of [one, two, other]) complete(each, 'Riverside 7');
    const serials = [one, two, other].map(({ buildId }) => serialOf(buildId));
    expect(serials).toEqual(['Riverside 7', 'No. 1', 'Riverside 7']);
  });

  it('pass over numbers that somebody asked for before', () => {
    const { start, complete, reader, designId } = openLog();
    complete(start(), 'No. 2');
    complete(start(), 'No. 4');
    // Two things have one, so that the next would be 3, then 4.
    expect(serialsOf(reader, designId, ['No. 2', 'A'], 2)).toEqual({ count: 2, taken: ['No. 2', 'No. 4'] });
  });
});
