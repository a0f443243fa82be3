import type { FoundingMode } from '../../shared/workshops/commands.ts';

/** Who asked to found a further workshop, and whom the operator let (`npm run admin -- approve-founding`). */
export interface FoundingRequests {
  /** Notes that a member asks; again: changes nothing. */
  ask(memberId: string): Promise<void>;
  /** Lets a member found one workshop; false when they have not asked. */
  approve(memberId: string): Promise<boolean>;
  /** Those who wait for an answer, the first to ask first. */
  waiting(): Promise<{ memberId: string; askedAt: string }[]>;
  /** Where the member's asking stands; an approval that was used is `none` again. */
  standing(memberId: string): Promise<'none' | 'asked' | 'approved'>;
  /**
   * Uses the approval for this very workshop. True again for the same workshop, so that a founding that was cut off
   * can be repeated; else false without an unused approval.
   */
  use(memberId: string, workshopId: string): Promise<boolean>;
}

/** Whether a member may found a workshop now. */
export async function mayFound(
  mode: FoundingMode,
  requests: Pick<FoundingRequests, 'standing'>,
  memberId: string,
): Promise<boolean> {
  if (mode === 'asked') return (await requests.standing(memberId)) === 'approved';
  return mode === 'open';
}
