import type { DesignCatalogue } from './designTexts.ts';
import { designPage } from './spanish/designPage.ts';
import { designs } from './spanish/designs.ts';
import { draft } from './spanish/draft.ts';
import { lengths } from './spanish/lengths.ts';
import { lineage } from './spanish/lineage.ts';

/** Los textos en español sobre los diseños. */
export const designsInSpanish: DesignCatalogue = { designPage, designs, draft, lengths, lineage };
