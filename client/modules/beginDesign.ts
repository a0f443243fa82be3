import type { DraftContent } from '../../shared/designs/content.ts';
import { changesBetween } from '../../shared/designs/differences.ts';
import { draftSaved, draftView } from '../../shared/designs/draftViews.ts';
import { commonLicences } from '../../shared/licences/choices.ts';
import { post } from '../api.ts';
import { languageHere } from '../catalogue/language.ts';
import { randomId } from '../randomId.ts';

/**
 * Starts a draft with that content, under the licence that is proposed first, in the language of the page; answers
 * with its id.
 * @throws {RequestFailed}
 */
export async function beginDesign(wanted: DraftContent): Promise<string> {
  const { draftId, content, version } = await post('/api/drafts', { draftId: randomId() }, draftView);
  const licence = wanted.licence || (commonLicences[0]?.expression ?? '');
  const changes = changesBetween(content, { ...wanted, licence, language: languageHere() });
  if (changes.length > 0)
    await post(`/api/drafts/${draftId}/changes`, { saveId: randomId(), changes, version }, draftSaved);
  return draftId;
}
