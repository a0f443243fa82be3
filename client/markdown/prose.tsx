import { deferred } from '../frame/deferred.tsx';
import type { LongTextProps } from './longText.tsx';

/** Markdown that somebody wrote, safe to show. Its reader is heavier than most pages, and comes by itself. */
export const Prose = deferred<LongTextProps>(async () => (await import('./longText.tsx')).LongText);
