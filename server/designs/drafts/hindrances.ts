import type { Objection } from '../../../shared/bookings/rules.ts';
import { circularLines } from '../../../shared/designs/circularLines.ts';
import { type DesignContent, type DraftContent, designContent } from '../../../shared/designs/content.ts';
import { readContent } from './saving.ts';

/** A content that may be published, or everything that stands against it in a sentence each. */
export function publishable(content: DraftContent): { content: DesignContent } | { objections: Objection[] } {
  const missing: Objection[] = [];
  if (content.title === '') missing.push({ rule: 'titleMissing', message: 'It needs a title.' });
  if (content.licence === '') missing.push({ rule: 'licenceMissing', message: 'It needs a licence.' });
  if (circularLines(content.parts).size > 0) {
    const message = 'Lines of the parts list go into themselves, by way of others: take them apart first.';
    missing.push({ rule: 'circularParts', message });
  }
  const read = readContent(designContent, content);
  if ('mistakes' in read) {
    const others = read.mistakes.filter(({ path }) => path !== 'title' && path !== 'licence');
    for (const { path, message } of others) {
      missing.push({ rule: 'invalidContent', message: `“${path}” cannot be published so: it ${message}.` });
    }
    return { objections: missing };
  }
  return missing.length > 0 ? { objections: missing } : { content: read.content };
}
