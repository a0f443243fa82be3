import { z } from 'zod';
import type { NoticeText, Told } from '../accounts/telling.ts';
import type { KeptText } from '../accounts/texts.ts';
import { entryById } from '../calendars/queries.ts';
import { titlesOf } from '../designs/queries.ts';
import { itemById } from '../items/queries.ts';
import { machineById } from '../machines/queries.ts';
import { stockOf } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceName, workshopById } from '../workshops/queries.ts';
import { limitText, slotText } from './moments.ts';
import { wordsOf } from './words.ts';

/** What the sentences are made from. */
export interface NoticeSources {
  views: ViewsReader;
  /** Texts that people wrote, with their authors. */
  texts: { get(ids: readonly string[]): Promise<Map<string, KeptText>> };
  /** Origin as people reach the program. */
  url: string;
}

const id = z.string().nullish().catch(undefined);
const moment = z.iso.datetime({ offset: true }).nullish().catch(undefined);
/** What the params of a notice may hold; each kind has some of it. */
const noticeParams = z.object({
  bookingId: id,
  machineId: id,
  workshopId: id,
  competenceId: id,
  inductionId: id,
  designId: id,
  /** Another design that it has to do with. */
  otherDesignId: id,
  suggestionId: id,
  problemId: id,
  /** On the shelves of the workshop. */
  materialId: id,
  itemId: id,
  rule: z.string().optional().catch(undefined),
  role: z.string().optional().catch(undefined),
  why: z.string().optional().catch(undefined),
  start: moment,
  end: moment,
  until: moment,
  reasonId: id,
});

/** The page where a person sets what is told to them. */
export const SWITCHES_PATH = '/me#notices';

/** Puts a notice into words; names and texts are those of this moment. */
export async function noticeText(
  { views, texts, url }: NoticeSources,
  notice: { kind: string; params: object },
): Promise<Told<NoticeText>> {
  const params = noticeParams.parse(notice.params);
  const booking = params.bookingId ? entryById(views, params.bookingId) : null;
  const machineId = params.machineId ?? booking?.machineId ?? null;
  const machine = machineId === null ? null : machineById(views, machineId);
  const thing = params.itemId ? itemById(views, params.itemId) : null;
  const workshopId = params.workshopId ?? machine?.workshopId ?? thing?.workshopId ?? '';
  const workshop = workshopById(views, workshopId);
  const timeZone = workshop?.timeZone ?? 'UTC';
  const designId = params.designId ?? null;
  const titles = titlesOf(
    views,
    [designId, params.otherDesignId].flatMap((each) => each ?? []),
  );
  const stock = params.materialId ? stockOf(views, params.workshopId ?? '', params.materialId) : null;
  const reasonId = params.reasonId ?? null;
  const reason = reasonId === null ? undefined : (await texts.get([reasonId])).get(reasonId);
  const slot =
    params.start && params.end
      ? { start: Date.parse(params.start), end: Date.parse(params.end) }
      : booking && { start: booking.start, end: booking.end };
  // Whoever cannot have their time on this machine is led to free ones of its kind.
  const isTakenAway = notice.kind === 'BookingMarked' && params.rule === 'outage' && machine !== null;
  const path = thing
    ? `/things/${thing.itemId}`
    : stock
      ? `/shelf/${stock.workshopId}/${stock.materialId}`
      : isTakenAway
        ? `/find?kind=${machine.kind}`
        : designId === null
          ? pathOf(notice.kind, { machineId, workshopId: workshop?.workshopId ?? null })
          : pathOfDesign(notice.kind, designId, params);
  return (language) => {
    const words = wordsOf(language);
    const where = { locale: words.locale, timeZone };
    const tell = words.kinds[notice.kind];
    const machineName = machine?.name ?? words.aMachine;
    const sentence = tell
      ? capitalised(
          tell({
            machine: machineName,
            thing: thing?.name ?? words.aThing,
            workshop: workshop?.name ?? words.aWorkshop,
            when: slot
              ? slotText(slot, where)
              : params.until
                ? limitText(Date.parse(params.until), where)
                : '',
            competence: competenceName(views, params.competenceId ?? '') ?? words.aCompetence,
            objection: words.objections[params.rule ?? ''] ?? words.somethingElse,
            office: words.offices[params.role ?? ''] ?? '',
            design: titles.get(designId ?? '') ?? words.aDesign,
            otherDesign: titles.get(params.otherDesignId ?? '') ?? words.aDesign,
            material: stock?.description.name ?? words.aMaterial,
            why: params.why ?? '',
          }),
        )
      : words.other;
    const inFull = reason === undefined ? sentence : `${sentence} ${words.reason(reason.body)}`;
    const paragraphs = [inFull, `${url}${path}`, `--\n${words.foot(`${url}${SWITCHES_PATH}`)}`];
    return {
      subject:
        machine?.name ??
        thing?.name ??
        stock?.description.name ??
        titles.get(designId ?? '') ??
        workshop?.name ??
        'Commonwright',
      sentence,
      reason: reason?.body ?? null,
      inFull,
      mail: paragraphs.join('\n\n'),
      path,
      about: reason === undefined ? [] : [reason.author],
    };
  };
}

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

function pathOf(
  kind: string,
  { machineId, workshopId }: { machineId: string | null; workshopId: string | null },
): string {
  if (/^(Booking|Use|Slot|Hold)/.test(kind)) return '/bookings';
  if (kind.startsWith('Induction') || kind === 'CompetenceEndsSoon') return '/inductions';
  if (machineId !== null) return `/machines/${machineId}`;
  return workshopId === null ? '/' : `/workshops/${workshopId}`;
}

function pathOfDesign(
  kind: string,
  designId: string,
  { suggestionId = null, problemId = null }: Partial<Record<string, string | null>>,
): string {
  const page = `/designs/${designId}`;
  if (kind.startsWith('Thing') && problemId !== null) return `${page}/problems/${problemId}`;
  if (suggestionId !== null) return `${page}/suggestions/${suggestionId}`;
  return /Problem|Question/.test(kind) ? `${page}/talk` : page;
}
