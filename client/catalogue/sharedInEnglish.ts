import { affected } from './english/affected.ts';
import { lengths } from './english/lengths.ts';
import { quantities } from './english/quantities.ts';

/** The English texts that designs and builds both say. */
export const sharedInEnglish = { affected, lengths, quantities };
