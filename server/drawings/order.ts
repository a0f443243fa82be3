import type { Values } from '../../shared/assemblies/assembly.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { DrawingView } from '../../shared/drawings/views.ts';

/** A model among the files of one of the designs. */
export interface OrderedFile {
  fileId: string;
  bytes: ArrayBuffer;
}

/** Small: for a list, where lines are few and thick. */
export const DRAWING_SIZES = ['small', 'full'] as const;
export type DrawingSize = (typeof DRAWING_SIZES)[number];

/** What the worker is to draw: everything that it needs comes with it. */
export type DrawingOrder = { view: DrawingView; size: DrawingSize; title: string } & (
  | { kind: 'module'; module: string; values: Values }
  | {
      kind: 'design';
      content: DesignContent;
      /** Every revision that stands in it, at any level. */
      designs: (PinnedRevision & { content: DesignContent })[];
      files: OrderedFile[];
    }
);

/** The text of an SVG; null: nothing stands there that could be drawn. */
export interface Drawn {
  drawing: string | null;
}
