import { pinnedRevision } from '../../../shared/designs/partLines.ts';
import { grade, party, receivedHow } from '../../../shared/items/events.ts';
import type { StoryEntry } from '../../../shared/items/views.ts';
import type { ItemEvent } from '../../../shared/schemasOfEvents.ts';
import { memberNamer, namedRevision, namedWorkshop } from '../../designs/naming.ts';
import { projected } from '../../views/apply.ts';
import type { ProjectedEvent } from '../../views/projection.ts';
import { itemStream } from '../commands.ts';
import { fittingById } from '../queries.ts';
import { namedParty, type Sources, thingNamed } from './naming.ts';

/** Entries of a story that one answer holds. */
const MOST_ENTRIES = 300;

/** What takes something back says by whom; the entry that it takes back says that it does not stand. */
const TAKEN_BACK: ReadonlySet<string> = new Set([
  'FittingTakenBack',
  'FittingRefused',
  'RecoveryTakenBack',
  'ItemRepairTakenBack',
  'ItemEndTakenBack',
]);
const ENDS: ReadonlySet<string> = new Set(['ItemConsumed', 'ItemScrapped', 'ItemSplit']);
const UNTOLD: ReadonlySet<string> = new Set(['ItemPhotographAdded', 'ItemPhotographRemoved', ...TAKEN_BACK]);

type Data = Partial<Record<string, unknown>> & Pick<ItemEvent['data'], 'itemId'>;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Which of the events, newest first, do not stand. */
function fallenOf(events: readonly ProjectedEvent[], views: Sources['views']): Set<ProjectedEvent> {
  const fallen = new Set<ProjectedEvent>();
  const fittings = new Set<string>();
  const recoveries = new Set<string>();
  const repairs = new Set<string>();
  let ends = 0;
  for (const event of events) {
    const data: Data = { itemId: '', ...event.data };
    const fittingId = text(data.fittingId) ?? '';
    if (event.type === 'FittingTakenBack' || event.type === 'FittingRefused') fittings.add(fittingId);
    if (event.type === 'RecoveryTakenBack') recoveries.add(fittingId);
    if (event.type === 'ItemRepairTakenBack') repairs.add(text(data.repairId) ?? '');
    if (event.type === 'ItemEndTakenBack') ends++;
    if (event.type === 'PartFitted') {
      if (fittings.has(fittingId) || fittingById(views, fittingId)?.status === 'refused') fallen.add(event);
    }
    if (event.type === 'PartRecovered' && recoveries.delete(fittingId)) fallen.add(event);
    if (repairs.has(text(data.repairId) ?? ' ')) fallen.add(event);
    if (ends > 0 && ENDS.has(event.type)) {
      ends--;
      fallen.add(event);
    }
  }
  return fallen;
}

/** A thing's story from its own stream, newest first. `isInsider`: whether names and words may be told. */
export async function storyOf(sources: Sources, itemId: string, isInsider: boolean): Promise<StoryEntry[]> {
  const { store, views, names, texts } = sources;
  const read = await store.read(itemStream(itemId), { direction: 'backwards', limit: MOST_ENTRIES });
  const events = read.map(projected);
  const fallen = fallenOf(events, views);
  const told = events.filter(({ type }) => !UNTOLD.has(type));
  const dataOf = ({ data }: ProjectedEvent): Data => ({ itemId, ...data });
  const memberOf = (event: ProjectedEvent) => text(dataOf(event).by);
  const textOf = (event: ProjectedEvent) => text(dataOf(event).noteId) ?? text(dataOf(event).reasonId);
  const namer = memberNamer(names, isInsider ? told.flatMap((event) => memberOf(event) ?? []) : []);
  const words = texts.of(isInsider ? told.flatMap((event) => textOf(event) ?? []) : []);

  return told.map((event): StoryEntry => {
    const data = event.data;
    const by = memberOf(event);
    const textId = textOf(event);
    const other = 'into' in data ? data.into : 'from' in data ? data.from : null;
    const otherId = typeof other === 'string' ? other : other && 'itemId' in other ? other.itemId : null;
    const fields = dataOf(event);
    const workshopId = text(fields.workshopId);
    const of = pinnedRevision.safeParse(fields.of).data ?? null;
    const to = party.safeParse(fields.to).data ?? null;
    return {
      type: event.type,
      at: text(fields.at) ?? new Date(event.at).toISOString(),
      writtenAt: new Date(event.at).toISOString(),
      by: by !== null && isInsider ? namer(by) : null,
      inferred: fields.inferred === true,
      other: otherId === null ? null : thingNamed(views, otherId),
      workshop: namedWorkshop(views, workshopId),
      shelf: text(fields.shelf),
      to: to && namedParty(sources, to, isInsider),
      until: text(fields.until),
      buildId: text(fields.buildId),
      line: text(fields.line),
      grade: grade.safeParse(fields.grade).data ?? null,
      how: receivedHow.safeParse(fields.how).data ?? null,
      of: of && namedRevision(views, of.designId, of.revision),
      massKilograms: typeof fields.massKilograms === 'number' ? fields.massKilograms : null,
      material: text(fields.material),
      text: textId === null ? null : (words.get(textId) ?? null),
      stands: !fallen.has(event),
      fittingId: text(fields.fittingId),
      repairId: text(fields.repairId),
    };
  });
}
