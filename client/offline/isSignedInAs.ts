import { meView } from '../../shared/members/views.ts';
import { get } from '../api.ts';
import { RequestFailed } from '../problem.ts';
import { NOBODY } from './account.ts';

/** Whether the server takes this browser for this account now: nobody's writing goes out under another's name. */
export async function isSignedInAs(memberId: string): Promise<boolean> {
  try {
    return (await get('/api/me', meView)).memberId === memberId;
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    return memberId === NOBODY && error.kind === 'not-signed-in';
  }
}
