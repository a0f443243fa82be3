import './moduleDrawing.css';

export interface ModuleDrawingProps {
  module: string;
  /** What it shows; null where words beside it say so. */
  label: string | null;
}

/** The line drawing of a module as usual, in the ink of the page. */
export function ModuleDrawing({ module, label }: ModuleDrawingProps) {
  // A mask takes the page's own ink, which a picture could not: it is drawn on paper by day and by night.
  const image = `url("/api/modules/${encodeURIComponent(module)}/drawing.svg")`;
  const drawn = <span style={{ maskImage: image, webkitMaskImage: image }} />;
  if (label === null)
    return (
      <span class="module-drawing" aria-hidden="true">
        {drawn}
      </span>
    );
  return (
    <span class="module-drawing" role="img" aria-label={label}>
      {drawn}
    </span>
  );
}
