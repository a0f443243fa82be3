import type { SharedCatalogue } from './sharedTexts.ts';
import { affected } from './spanish/affected.ts';
import { lengths } from './spanish/lengths.ts';
import { quantities } from './spanish/quantities.ts';

/** Los textos en español que diseños y construcciones tienen en común. */
export const sharedInSpanish: SharedCatalogue = { affected, lengths, quantities };
