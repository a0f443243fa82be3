import type { PinnedRevision } from '../../../shared/designs/partLines.ts';

/** `{designId}:{revision}` as it stands in an address; null for what is none. */
export function pinFrom(text: string | undefined): PinnedRevision | null {
  const [, designId, revision] = /^([0-9a-f-]{36}):([1-9]\d{0,5})$/i.exec(text ?? '') ?? [];
  return designId === undefined ? null : { designId, revision: Number(revision) };
}

export const isSamePin = (one: PinnedRevision, other: PinnedRevision) =>
  one.designId === other.designId && one.revision === other.revision;

export const pathOfRevision = ({ designId, revision }: PinnedRevision) =>
  `/api/designs/${designId}/revisions/${revision}`;
