import {
  type DesignView,
  designView,
  type RevisionView,
  revisionView,
} from '../../../shared/designs/designViews.ts';
import { type Resource, useResource } from '../../resource.ts';

export interface ShownDesign {
  design: Resource<DesignView>;
  revision: Resource<RevisionView>;
}

/** A design and the content of one of its revisions; the newest where none is asked for. */
export function useDesign(designId: string, asked: number | null): ShownDesign {
  const design = useResource(`/api/designs/${designId}`, designView, [`design-${designId}`]);
  const shown = asked ?? design.value.value?.latest ?? null;
  const path = shown === null ? null : `/api/designs/${designId}/revisions/${shown}`;
  // A revision never changes, but files of it may be withdrawn, and parts of it get newer.
  const revision = useResource(path, revisionView, [`design-${designId}`]);
  return { design, revision };
}

/** What a section of the page is about. */
export interface SectionProps {
  design: DesignView;
  view: RevisionView;
  /** The older revision that the address asks for; null: the newest. */
  asked: number | null;
  /** Something changed: read the design again. */
  onChanged: () => void;
}
