import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { designsProjection } from '../../../server/designs/projection.ts';
import { designTalkProjection } from '../../../server/designs/projectionTalk.ts';
import { revisionFactsOf } from '../../../server/designs/revisionFacts.ts';
import { currentVersion } from '../../../server/eventstore/upcasting.ts';
import { networkProjection } from '../../../server/network/projection.ts';
import { applyEvent, handlersByType } from '../../../server/views/apply.ts';
import { openViewsDatabase } from '../../../server/views/database.ts';
import { directWriters } from '../../../server/views/writers.ts';
import { workshopsProjection } from '../../../server/workshops/projection.ts';
import type { BuildKind } from '../../../shared/builds/events.ts';
import { type DesignContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { emptyLine, type PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';
import type { ReceivedHow } from '../../../shared/items/events.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { DataOf, EventType } from '../../../shared/schemasOfEvents.ts';
import { schemasOfEvents } from '../../../shared/schemasOfEvents.ts';
import { someMachine } from '../application.ts';

const projections = [workshopsProjection, designsProjection, designTalkProjection, networkProjection];
export const BY = '00000000-0000-4000-8000-0000000000a1';
export const HERE = '00000000-0000-4000-8000-0000000000b1';

/** What went into a build as a word. */
interface Met {
  name: string;
  how: 'new' | 'unknown';
  quantity: number;
  unit?: QuantityUnit;
  massKilograms?: number | null;
  price?: { amount: number; currency: string } | null;
}

/** The views of the network, fed event by event in memory: a history told in the words of a workshop. */
export function openHistory() {
  const views = openViewsDatabase(
    ':memory:',
    projections.flatMap(({ tables }) => tables),
  );
  onTestFinished(() => views.close());
  views.finish();
  const writers = directWriters(views);
  const handlers = handlersByType(projections);
  const contents = new Map<string, DesignContent>();
  let position = 0;
  let codes = 1000;
  const at = () => new Date(Date.UTC(2026, 0, 1) + position * 3_600_000).toISOString();

  const happen = <Type extends EventType>(type: Type, data: DataOf<Type>) => {
    position += 1;
    const checked = schemasOfEvents[type].parse(JSON.parse(JSON.stringify(data)));
    const metadata = { at: at(), actor: `member:${BY}`, commandId: randomUUID(), commandHash: '' };
    const event = {
      id: randomUUID(),
      type,
      data: JSON.parse(JSON.stringify(checked)),
      stream: 'any',
      revision: position,
      position: BigInt(position),
      metadata: { ...metadata, version: currentVersion(type) },
    };
    applyEvent(handlers, event, writers, { read: (fileId) => contents.get(fileId) ?? null });
  };

  const done = () => ({ at: at(), by: BY });
  const begun = (
    itemId: string,
    name: string,
    of: PinnedRevision | null,
    massKilograms: number | null,
    material = '',
  ) => ({
    itemId,
    workshopId: HERE,
    code: `K${codes++}`,
    description: {
      ...{ name, of, massKilograms, material },
      ...{ specification: '', sizes: [], interfaces: [] },
    },
    owner: { kind: 'workshop', workshopId: HERE } as const,
  });

  return {
    reader: views.reader,
    happen,
    done,
    /** A thing that came: bought unless told otherwise. */
    receive(
      name: string,
      {
        how = 'bought',
        of = null,
        from = null,
        kilograms = null,
        material = '',
      }: {
        how?: ReceivedHow;
        of?: PinnedRevision | null;
        from?: string | null;
        kilograms?: number | null;
        material?: string;
      } = {},
    ): string {
      const itemId = randomUUID();
      const received = { serial: null, how, grade: null, shelf: null, price: null, noteId: null };
      const origin = from === null ? null : { itemId: from, line: null, buildId: null };
      const thing = begun(itemId, name, of, kilograms, material);
      happen('ItemReceived', { ...thing, ...received, from: origin, inferred: false, ...done() });
      return itemId;
    },
    /** A machine that nobody wrote down as a thing, or (with `itemId`) a thing put into service. */
    machine(name: string, itemId: string = randomUUID()): string {
      const registered = { machineId: itemId, workshopId: HERE, labelCode: `K${codes++}` };
      happen('MachineRegistered', {
        ...registered,
        description: { ...someMachine, name, origin: 'bought' },
        rules: NO_BOOKING_RULES,
      });
      return itemId;
    },
    /** A build under way. */
    start(
      name: string,
      {
        of = null,
        kind = 'make',
        subjectId = null,
      }: Partial<{ of: PinnedRevision | null; kind: BuildKind; subjectId: string | null }> = {},
    ): { buildId: string; itemId: string } {
      const [buildId, itemId] = [randomUUID(), randomUUID()];
      const things = kind === 'make' || kind === 'spare' ? [itemId] : [];
      const started = { buildId, workshopId: HERE, kind, name, of, things, product: null, subjectId };
      happen('BuildStarted', { ...started, forBuild: null, noteId: null, startedBy: BY });
      return { buildId, itemId };
    },
    /** The build is done, and its thing made. */
    complete(
      { buildId, itemId }: { buildId: string; itemId: string },
      name: string,
      of: PinnedRevision | null = null,
    ) {
      happen('BuildCompleted', { buildId, workshopId: HERE, things: [], produced: null, ...done() });
      happen('ItemMade', { ...begun(itemId, name, of, null), serial: name, buildId, ...done() });
    },
    /** What met no line and is no thing: one piece that weighs nothing known, unless told otherwise. */
    meet(buildId: string, met: Met): void {
      const { unit = 'piece', massKilograms = null, price = null, ...rest } = met;
      const place = { buildId, workshopId: HERE, meetingId: randomUUID(), line: null, step: null };
      const paid = price && { ...price, on: '2026-01-01', supplier: '' };
      const all = { unit, massKilograms, price: paid, substitutes: false, reasonId: null };
      happen('LineMet', { ...place, ...rest, ...all, ...done() });
    },
    /** A machine runs for a build; 60 minutes pass with every event. */
    use(machineId: string, buildId: string | null): string {
      const session = { bookingId: randomUUID(), machineId, workshopId: HERE, memberId: BY };
      const began = { at: at(), via: 'person' as const, replayed: false, contradicts: [] as string[] };
      happen('UseStarted', { ...session, ...began, buildId, step: null });
      const stopped = {
        via: 'person' as const,
        replayed: false,
        estimated: false,
        readings: [],
        noteId: null,
      };
      const whole = { condition: null, missing: [], photographs: [] };
      happen('UseStopped', { ...session, at: at(), ...stopped, ...whole });
      return session.bookingId;
    },
    fit(itemId: string, into: string, buildId: string | null = null, line: string | null = null): string {
      const fitting = { itemId, fittingId: randomUUID(), into, buildId, line, step: null };
      happen('PartFitted', { ...fitting, substitutes: false, reasonId: null, inferred: false, ...done() });
      return fitting.fittingId;
    },
    takeOut(itemId: string, fittingId: string, from: string, buildId: string | null = null): void {
      const out = { itemId, fittingId, from, buildId, grade: 'good', workshopId: HERE } as const;
      happen('PartRecovered', { ...out, shelf: null, inferred: false, ...done() });
    },
    publish(
      content: Partial<DesignContent>,
      designId: string = randomUUID(),
      revision = 1,
      forkedFrom: PinnedRevision | null = null,
    ): PinnedRevision {
      const whole = { ...EMPTY_CONTENT, title: 'Design', licence: 'CERN-OHL-S-2.0', ...content };
      const contentId = randomUUID().replaceAll('-', '').padEnd(64, '0');
      contents.set(contentId, whole);
      const facts = { designId, revision, publishedBy: BY, ...revisionFactsOf(whole, contentId) };
      if (revision === 1) happen('DesignPublished', { ...facts, forkedFrom, workshopId: null });
      else happen('RevisionPublished', facts);
      return { designId, revision };
    },
    /** A design adopts the changes of a revision of another lineage in one of its own. */
    adopt(from: PinnedRevision, base: PinnedRevision, into: PinnedRevision): void {
      const suggestion = { designId: into.designId, suggestionId: randomUUID(), from };
      happen('SuggestionMade', { ...suggestion, base, messageId: null, suggestedBy: BY });
      const adopted = { inRevision: into.revision, whole: true, changes: [], suggestedBy: BY };
      happen('SuggestionAdopted', { ...suggestion, ...adopted, adoptedBy: BY });
    },
  };
}

/** A line of a parts list that is a revision of another design. */
export const pinning = (id: string, of: PinnedRevision, quantity = 1) => ({
  ...emptyLine(id.padEnd(4, '0'), id),
  of,
  quantity,
  source: 'make' as const,
});
