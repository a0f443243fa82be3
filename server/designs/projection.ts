import type { DesignContent } from '../../shared/designs/content.ts';
import type { RevisionSummary } from '../../shared/designs/events.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { Contents, ProjectedEvent, Projection, TableWriters } from '../views/projection.ts';
import { contentFrom } from './contents.ts';
import { type ListedPin, type OwnList, ownListOf } from './lists/ownList.ts';
import { facetsOf, searchedWordsOf } from './searchWords.ts';
import { ownModules, standingPins } from './standingPins.ts';
import {
  designContentIds,
  designDuplicates,
  designMaintainers,
  designPins,
  designRevisions,
  designs,
  designWords,
} from './tables.ts';

/** What names a revision in tables. */
export const versionOf = ({ designId, revision }: PinnedRevision): string => `${designId}:${revision}`;

type Publication = ProjectedEvent<'DesignPublished'> | ProjectedEvent<'RevisionPublished'>;

/** Enters a revision, and what its design is found by. @returns what the design itself takes from it. */
function enterRevision({ data, at, position, revision }: Publication, tables: TableWriters, from: Contents) {
  const { designId, contentId, summary, publishedBy } = data;
  const version = versionOf(data);
  const content = contentFrom(from.read(contentId));
  const list = content === null ? null : ownListOf(content.parts);
  const modules = content === null ? [] : modulesThrough(content, data.uses, tables);
  const newestOfContent = tables.of(designContentIds);
  tables.of(designRevisions).put({
    version,
    designId,
    number: data.revision,
    contentId,
    summary: JSON.stringify(summary),
    publishedBy,
    publishedAt: at,
    position: Number(position),
    modules: JSON.stringify(modules),
    uses: JSON.stringify(data.uses.map(versionOf)),
    changes: content?.changes ?? null,
    sums: list === null ? null : JSON.stringify(list.sums),
    kinds: list?.kinds ?? null,
    sameContent: newestOfContent.get(contentId)?.version ?? null,
  });
  newestOfContent.put({ contentId, version });
  for (const { designId: pinnedDesign, revision: pinnedRevision, ...quantities } of pinsOf(content, list)) {
    const pinned = versionOf({ designId: pinnedDesign, revision: pinnedRevision });
    const pin = `${version}>${pinned}`;
    tables.of(designPins).put({ pin, pinning: version, pinned, pinnedDesign, pinnedRevision, ...quantities });
  }
  tables.of(designWords).put({
    designId,
    ...searchedWordsOf(summary, content, modules),
    facets: JSON.stringify(facetsOf(summary, content, modules)),
    publishedAt: at,
    changedAt: Number(position),
  });
  return {
    latest: data.revision,
    contentId,
    summary: JSON.stringify(summary),
    title: summary.title,
    publishedBy,
    publishedAt: at,
    relations: JSON.stringify(content?.relations ?? []),
    hasModel: content !== null && content.instances.length > 0 ? 1 : 0,
    revision,
  };
}

/** Its own modules, and those of all that it pins, which was published before it. */
function modulesThrough(
  content: DesignContent,
  uses: readonly PinnedRevision[],
  tables: TableWriters,
): string[] {
  const below = uses.flatMap((of): string[] =>
    JSON.parse(tables.of(designRevisions).get(versionOf(of))?.modules ?? '[]'),
  );
  return [...new Set([...ownModules(content), ...below])].toSorted();
}

/** What its lines pin, and what stands in its model though no line says so. */
function pinsOf(content: DesignContent | null, list: OwnList | null): (ListedPin & { standing: number })[] {
  if (content === null || list === null) return [];
  const listed = new Set(list.pins.map(versionOf));
  const unlisted = standingPins(content).filter((pin) => !listed.has(versionOf(pin)));
  return [
    ...list.pins.map((pin) => ({ ...pin, standing: 0 })),
    ...unlisted.map(({ count, ...pin }) => ({
      ...pin,
      quantity: 0,
      massQuantity: 0,
      costQuantity: 0,
      level: 1,
      standing: count,
    })),
  ];
}

/**
 * Leaves of a revision what the log alone tells, as if its content had never been there.
 * @returns the revision before it that says the same.
 */
function leaveContent(version: string, position: bigint, tables: TableWriters): string | null {
  const row = tables.of(designRevisions).get(version);
  if (!row) return null;
  const { sameContent, designId, number } = row;
  tables.of(designRevisions).change(version, { changes: null, sums: null, kinds: null, modules: '[]' });
  const uses: readonly string[] = JSON.parse(row.uses);
  for (const pinned of uses) tables.of(designPins).remove(`${version}>${pinned}`);
  if (tables.of(designs).get(designId)?.latest !== number) return sameContent;
  const summary: RevisionSummary = JSON.parse(row.summary);
  tables.of(designs).change(designId, { relations: '[]', hasModel: 0 });
  tables.of(designWords).change(designId, {
    ...searchedWordsOf(summary, null, []),
    facets: JSON.stringify(facetsOf(summary, null)),
    changedAt: Number(position),
  });
  return sameContent;
}

const maintainerOf = (designId: string, memberId: string) => `${designId}/${memberId}`;

/** Designs, their revisions, what these pin, and what they are found by. */
export const designsProjection: Projection = {
  name: 'designs',
  source: import.meta.url,
  furtherSources: [
    './contents.ts',
    './searchWords.ts',
    './standingPins.ts',
    './lists/ownList.ts',
    './lists/walk.ts',
    './lists/bounded.ts',
    './lists/kindCodes.ts',
  ].map((file) => new URL(file, import.meta.url).href),
  tables: [
    designs,
    designWords,
    designRevisions,
    designContentIds,
    designPins,
    designMaintainers,
    designDuplicates,
  ],
  on: {
    DesignPublished(event, tables, contents) {
      const { designId, publishedBy, forkedFrom, workshopId } = event.data;
      tables.of(designs).put({
        designId,
        firstBy: publishedBy,
        firstAt: event.at,
        workshopId,
        forkedFrom: forkedFrom?.designId ?? null,
        forkedFromRevision: forkedFrom?.revision ?? null,
        ...enterRevision(event, tables, contents),
      });
      const maintainer = maintainerOf(designId, publishedBy);
      tables.of(designMaintainers).put({ maintainer, designId, memberId: publishedBy });
    },
    RevisionPublished(event, tables, contents) {
      tables.of(designs).change(event.data.designId, enterRevision(event, tables, contents));
    },
    MaintainerNamed({ data: { designId, memberId }, revision }, tables) {
      const maintainer = maintainerOf(designId, memberId);
      tables.of(designMaintainers).put({ maintainer, designId, memberId });
      tables.of(designs).change(designId, { revision });
    },
    MaintainerRecalled({ data: { designId, memberId }, revision }, tables) {
      tables.of(designMaintainers).remove(maintainerOf(designId, memberId));
      tables.of(designs).change(designId, { revision });
    },
    DuplicateDeclared({ data: { designId, of }, revision }, tables) {
      tables.of(designDuplicates).put({ duplicate: `${designId}/${of}`, designId, of });
      tables.of(designs).change(designId, { revision });
    },
    DuplicateTakenBack({ data: { designId, of }, revision }, tables) {
      tables.of(designDuplicates).remove(`${designId}/${of}`);
      tables.of(designs).change(designId, { revision });
    },
    FileWithdrawn({ data: { fileId }, position }, tables) {
      let version = tables.of(designContentIds).get(fileId)?.version ?? null;
      while (version !== null) version = leaveContent(version, position, tables);
    },
  },
};
