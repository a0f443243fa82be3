import type { PartLine } from '../../../shared/designs/partLines.ts';
import type { EntryIds } from './entryIds.ts';
import { manyLines, oneLine, shortenedTo } from './fields.ts';
import { madeLine } from './parts.ts';

/** What it is meant for has its own field in the first family, and a place in the story here. */
const INTENDED_USE = '## Intended use';
const SECTION = /(?:^|\n\n)## Intended use\n\n([\s\S]*?)(?=\n\n## |$)/;

/** Whether there is more to tell than a purpose of some sentences has room for. */
export const isLong = (description: string): boolean =>
  oneLine(description).length > 500 || /\n\s*\n/.test(description.trim());

/** The story: what the manifest tells at length, and what the thing is meant for. */
export function storyOf(description: string, intendedUse: string): string {
  const use = manyLines(intendedUse);
  return [manyLines(description), ...(use === '' ? [] : [INTENDED_USE, use])]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .slice(0, 300_000)
    .toWellFormed();
}

/** The two apart again. */
export function apartOf(story: string): { description: string; intendedUse: string } {
  const use = SECTION.exec(story);
  if (use === null) return { description: story, intendedUse: '' };
  return { description: story.replace(SECTION, '').trim(), intendedUse: use[1]?.trim() ?? '' };
}

/** Parts that somebody listed in a line of words: `2 pots, a spatula, mold`. Empty where it is no such list. */
export function partsInWords(words: string, ids: EntryIds): PartLine[] {
  const items = oneLine(words)
    .slice(0, 5000)
    .split(/[,;](?![^()]*\)) */)
    .map((item) => item.replace(/\.$/, '').trim())
    .filter((item) => item !== '');
  if (items.length < 3 || items.length > 200 || items.some((item) => item.split(' ').length > 10)) return [];
  return items.map((item) => {
    const [, count, counted] = /^(\d{1,4})\s*(?:x|×)?\s+(\p{L}.*)$/u.exec(item) ?? [];
    const name = shortenedTo(counted ?? item, 160);
    const line = madeLine(ids.of('bom', item), name);
    return count === undefined || Number(count) === 0 ? line : { ...line, quantity: Number(count) };
  });
}
