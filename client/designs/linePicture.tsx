import './linePicture.css';
import { addressOfFile } from '../../shared/files/kinds.ts';

export interface LinePictureProps {
  /** Null: drawn as an empty sheet with a few lines. */
  fileId: string | null;
  /** What it shows; empty where words beside it say so. */
  alt: string;
  class?: string;
}

/** A design's picture; where it has none, the lines of a drawing that is yet to be made. */
export function LinePicture({ fileId, alt, class: name = 'design-picture' }: LinePictureProps) {
  if (fileId !== null) return <img class={name} src={addressOfFile(fileId)} alt={alt} loading="lazy" />;
  return (
    <svg class={name} data-empty viewBox="0 0 120 90" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M30 62 60 74 90 62V32L60 20 30 32Zm0-30 30 12 30-12M60 44v30" stroke-width="1.5" />
      <path d="M22 62V32m-4 0h8m-8 30h8M30 80l30 4 30-4" stroke-width="0.75" stroke-dasharray="3 2" />
    </svg>
  );
}
