import type { Objection } from '../../../shared/bookings/rules.ts';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { Uploads } from '../../accounts/uploads.ts';
import { isInDesign } from '../../files/queries.ts';
import type { ViewsReader } from '../../views/reader.ts';
import type { Draft } from './drafts.ts';

/** Files that a refusal names. */
const MOST_NAMED = 10;

/**
 * What stands against the files of a draft that is to be published: each is in a design already, or one of those who
 * work on the draft sent it in. Who only knows the name of what somebody else sent does not make it public.
 */
export async function filesNotSent(
  views: ViewsReader,
  sent: Pick<Uploads, 'notBy'>,
  { owner, editors }: Pick<Draft, 'owner' | 'editors'>,
  { files }: Pick<DesignContent, 'files'>,
): Promise<Objection[]> {
  const own = new Set(files.map(({ fileId }) => fileId).filter((fileId) => !isInDesign(views, fileId)));
  if (own.size === 0) return [];
  const strange = new Set(await sent.notBy([...own], [owner, ...editors]));
  if (strange.size === 0) return [];
  const paths = files.filter(({ fileId }) => strange.has(fileId)).map(({ path }) => `“${path}”`);
  const message = `Send these files in yourself before you publish them: ${paths.slice(0, MOST_NAMED).join(', ')}.`;
  return [{ rule: 'fileNotSent', message }];
}
