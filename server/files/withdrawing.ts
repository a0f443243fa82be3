import type { Uploads } from '../accounts/uploads.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { designById, isMaintainer } from '../designs/queries.ts';
import type { Requester } from '../http/route.ts';
import { workshopsOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { designOfFile, workshopsShowing } from './queries.ts';

/**
 * Whether somebody may withdraw a file: whoever sent it in; of a design's file the maintainers of the design that named
 * it first and the stewards of its home (any steward, where it has none); of any other the stewards of workshops that
 * show it.
 */
export async function mayWithdraw(
  { views, clock }: Pick<Parts, 'views' | 'clock'>,
  sent: Pick<Uploads, 'isBy'>,
  requester: Requester,
  fileId: string,
): Promise<boolean> {
  if (requester.kind === 'nobody') return false;
  const { memberId } = requester;
  const designId = designOfFile(views, fileId);
  const maintains = designId !== null && isMaintainer(views, designId, memberId);
  const own = maintains || (await sent.isBy(fileId, memberId));
  const concerned = () => {
    if (designId === null) return workshopsShowing(views, fileId);
    const home = designById(views, designId)?.workshopId ?? null;
    return home === null ? workshopsOf(views, memberId).map(({ workshopId }) => workshopId) : [home];
  };
  return [null, ...concerned()].some((workshopId) =>
    isAllowed(views, requester, 'file.withdraw', { workshopId, own }, clock()),
  );
}
