import type { Uploads } from '../accounts/uploads.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { designById, isMaintainer } from '../designs/queries.ts';
import type { Requester } from '../http/route.ts';
import { workshopsOf } from '../members/queries.ts';
import type { Parts } from '../parts.ts';
import { designOfFile, workshopsShowing } from './queries.ts';

/**
 * Whether somebody may withdraw a file. Of a design's file the maintainers of the design that named it first and the
 * stewards of its home (any steward, where it has none); of any other whoever sent it in first, and the stewards of
 * workshops that show it. Anybody can read a published file and send the same bytes in: that gives no right to it.
 */
export async function mayWithdraw(
  { views, clock }: Pick<Parts, 'views' | 'clock'>,
  sent: Pick<Uploads, 'isFirstBy'>,
  requester: Requester,
  fileId: string,
): Promise<boolean> {
  if (requester.kind === 'nobody') return false;
  const { memberId } = requester;
  const designId = designOfFile(views, fileId);
  const own =
    designId === null ? await sent.isFirstBy(fileId, memberId) : isMaintainer(views, designId, memberId);
  const concerned = () => {
    if (designId === null) return workshopsShowing(views, fileId);
    const home = designById(views, designId)?.workshopId ?? null;
    return home === null ? workshopsOf(views, memberId).map(({ workshopId }) => workshopId) : [home];
  };
  return [null, ...concerned()].some((workshopId) =>
    isAllowed(views, requester, 'file.withdraw', { workshopId, own }, clock()),
  );
}
