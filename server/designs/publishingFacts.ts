import type { InstanceOf } from '../../shared/assemblies/instances.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { rolesOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { PublishRevision } from './designCommands.ts';
import { licenceObjections, type StatedLicences } from './licenceRule.ts';
import { licencesIn, licencesOf } from './licenceSources.ts';
import { revisionOf, titlesOf } from './queries.ts';
import { pathTo } from './queriesOfLineage.ts';
import type { PublishingFacts } from './rules/publishing.ts';
import type { DesignState } from './state.ts';

type Sources = Pick<Parts, 'views' | 'files' | 'designs'>;

/** Files that are asked for at once. */
const AT_ONCE = 16;
/** Files that a refusal names. */
const MOST_NAMED = 10;

/**
 * What the views, the file store and the licences of its sources say about a revision that is to be published. Its
 * files are claimed by it: no sweep takes them in the next days.
 */
export async function publishingFacts(
  parts: Sources,
  command: PublishRevision,
  state: DesignState,
  now: number,
): Promise<PublishingFacts> {
  const { views } = parts;
  const { designId, workshopId, forkedFrom, uses, summary, publishedBy } = command;
  const isNew = state.status === 'unpublished';
  const way = pathTo(views, uses, designId);
  const titles = titlesOf(views, way?.map((each) => each.designId) ?? []);
  titles.set(designId, summary.title);
  const nameOf = (of: PinnedRevision) => titles.get(of.designId) ?? of.designId;
  return {
    unknownSubDesigns: unknownAmong(parts, command),
    cycle: way === null ? null : [summary.title, ...way.map(nameOf)],
    licences: licenceObjections(
      statedIn(parts, command.contentId) ?? { ...NO_OTHERS, licence: summary.licence },
      sourcesOf(command, state).flatMap((source) => licencesOf(parts, source) ?? []),
    ),
    isInWorkshop: !isNew || workshopId === null || rolesOf(views, publishedBy, workshopId, now).length > 0,
    originIsKnown: !isNew || forkedFrom === null || isKnown(views, forkedFrom),
    missingFiles: await missingAmong(parts, command),
  };
}

const NO_OTHERS = { documentationLicence: '', softwareLicence: '' } as const;

const isKnown = (views: ViewsReader, { designId, revision }: PinnedRevision): boolean =>
  revisionOf(views, designId, revision) !== undefined;

const pinOf = (of: InstanceOf): PinnedRevision | null => (of.kind === 'design' ? of : null);

/** By the names that their lines or instances have. */
function unknownAmong({ views, designs }: Sources, { uses, contentId }: PublishRevision): string[] {
  const unknown = uses.filter((pin) => !isKnown(views, pin));
  const content = designs.read(contentId);
  const lines = content?.parts ?? [];
  const instances = content?.instances ?? [];
  const alternatives = [
    ...lines.flatMap((line) => line.alternatives),
    ...instances.flatMap((each) => each.alternatives).map(({ name, of }) => ({ name, of: pinOf(of) })),
  ].flatMap(({ name, of }) => (of && !isKnown(views, of) ? [`${name} ${of.revision}`] : []));
  const named = unknown.map(({ designId, revision }) => {
    const line = lines.find(({ of }) => of?.designId === designId && of.revision === revision);
    const standing = instances.find(({ of }) => of.kind === 'design' && of.designId === designId);
    return `${line?.name ?? (standing?.name || designId)} ${revision}`;
  });
  return [...named, ...alternatives].slice(0, MOST_NAMED);
}

/** Where a design came from, and everything that it adopted, now or before. */
function sourcesOf({ forkedFrom, adopts }: PublishRevision, state: DesignState): PinnedRevision[] {
  if (state.status === 'unpublished') return forkedFrom ? [forkedFrom] : [];
  const adopted = adopts && state.suggestions[adopts.suggestionId]?.from;
  return adopted ? [...state.sources, adopted] : state.sources;
}

function statedIn({ designs }: Sources, contentId: string): StatedLicences | null {
  const content = designs.read(contentId);
  return content && licencesIn(content);
}

async function missingAmong({ files, designs }: Sources, command: PublishRevision): Promise<string[]> {
  // Its content was written right before, which keeps it as long.
  const waiting = [...command.files];
  const missing: string[] = [];
  const work = async () => {
    for (let fileId = waiting.pop(); fileId !== undefined; fileId = waiting.pop()) {
      if ((await files.claim(fileId)) === null) missing.push(fileId);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (missing.length === 0) return [];
  const named = designs.read(command.contentId)?.files ?? [];
  return missing
    .slice(0, MOST_NAMED)
    .map((fileId) => named.find((file) => file.fileId === fileId)?.path ?? fileId)
    .toSorted();
}
