import './linePicture.css';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { addressOfFile } from '../../shared/files/kinds.ts';

export interface LinePictureProps {
  /** Null: drawn in lines, or as an empty sheet with a few of them. */
  fileId: string | null;
  /** The revision whose model is drawn where there is no picture; null: it has no model. */
  drawn?: PinnedRevision | null;
  /** In a list: fewer and thicker lines. */
  small?: boolean;
  /** What it shows; empty where words beside it say so. */
  alt: string;
  class?: string;
}

/** A design's picture; where it has none, its model in lines; where it has neither, a drawing that is yet to be made. */
export function LinePicture({
  fileId,
  drawn = null,
  small = false,
  alt,
  class: name = 'design-picture',
}: LinePictureProps) {
  if (fileId !== null) return <img class={name} src={addressOfFile(fileId)} alt={alt} loading="lazy" />;
  if (drawn !== null) return <ModelInLines of={drawn} small={small} alt={alt} class={name} />;
  return (
    <svg class={name} data-empty viewBox="0 0 120 90" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M30 62 60 74 90 62V32L60 20 30 32Zm0-30 30 12 30-12M60 44v30" stroke-width="1.5" />
      <path d="M22 62V32m-4 0h8m-8 30h8M30 80l30 4 30-4" stroke-width="0.75" stroke-dasharray="3 2" />
    </svg>
  );
}

interface ModelInLinesProps {
  of: PinnedRevision;
  small: boolean;
  alt: string;
  class: string;
}

/** As a mask, through which the ink of the page shows, by day and by night. */
function ModelInLines({ of, small, alt, class: name }: ModelInLinesProps) {
  const path = `/api/designs/${of.designId}/revisions/${of.revision}/drawing.svg${small ? '?size=small' : ''}`;
  const image = `url("${path}")`;
  const lines = <span style={{ maskImage: image, webkitMaskImage: image }} />;
  if (alt === '')
    return (
      <span class={name} data-drawn aria-hidden="true">
        {lines}
      </span>
    );
  return (
    <span class={name} data-drawn role="img" aria-label={alt}>
      {lines}
    </span>
  );
}
