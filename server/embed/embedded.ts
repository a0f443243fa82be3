import type { DesignContent, DesignFile } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { authorise } from '../authorisation/policy.ts';
import { creditsOf } from '../designs/lineage/credits.ts';
import { designById, revisionOf } from '../designs/queries.ts';
import { withdrawalOf } from '../files/queries.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';

export type EmbedParts = Pick<Parts, 'views' | 'names' | 'designs' | 'clock'>;

/** What may stand of a design in another site's page: what everybody may read, and whom the licence wants named. */
export interface Embedded extends PinnedRevision {
  latest: number;
  title: string;
  /** BCP 47, of the title. */
  language: string;
  /** SPDX expression. */
  licence: string;
  /** Who made it and what it came from, the first author first; null: a former member. */
  authors: (string | null)[];
  picture: DesignFile | null;
  shape: Shape;
}

/** What can be turned: what stands in its model, else the largest of its model files, else nothing. */
export type Shape = { kind: 'assembly' } | { kind: 'file'; file: DesignFile } | { kind: 'none' };

/**
 * A published revision as anybody may show it. Whoever asks is nobody, whatever they are signed in as.
 * @param revision null: the newest.
 * @returns null where there is none, `withdrawn` where what it said is gone.
 */
export function embeddedOf(
  parts: EmbedParts,
  designId: string,
  revision: number | null,
): Embedded | 'withdrawn' | null {
  const { views, designs, clock } = parts;
  authorise(views, { kind: 'nobody' }, 'design.read', { workshopId: null }, clock());
  const design = designById(views, designId);
  const found = design && revisionOf(views, designId, revision ?? design.latest);
  if (!design || !found) return null;
  const content = designs.read(found.contentId);
  if (content === null) return 'withdrawn';
  const pin = { designId, revision: found.revision };
  const made = creditsOf(parts, pin, content).filter(({ roles }) =>
    roles.some((role) => role === 'author' || role === 'licensor'),
  );
  return {
    ...pin,
    latest: design.latest,
    title: content.title,
    language: content.language,
    licence: content.licence,
    authors: [...new Set(made.map(({ name }) => name))],
    picture: content.files.find((file) => file.role === 'picture' && isThere(views, file)) ?? null,
    shape: shapeOf(views, content),
  };
}

const isThere = (views: ViewsReader, { fileId }: DesignFile) => withdrawalOf(views, fileId) === null;

const MODEL_FILE = /\.(stl|step|stp|3mf|glb|gltf|obj|ply)$/i;

function shapeOf(views: ViewsReader, { instances, files }: DesignContent): Shape {
  if (instances.length > 0) return { kind: 'assembly' };
  const [file] = files
    .filter((each) => MODEL_FILE.test(each.path) && isThere(views, each))
    .toSorted((one, other) => other.bytes - one.bytes);
  return file ? { kind: 'file', file } : { kind: 'none' };
}
