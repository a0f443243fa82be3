import type { Drafts } from './drafts.ts';

/** The draft of a design's next revision that a member has begun, else of a fork of it; the latest saved. */
export function draftOf(drafts: Pick<Drafts, 'of'>, memberId: string, designId: string): string | null {
  const heads = drafts.of(memberId);
  const next = heads.find((head) => head.designId === designId);
  const fork = heads.find((head) => head.designId === null && head.forkOf?.designId === designId);
  return (next ?? fork)?.draftId ?? null;
}
