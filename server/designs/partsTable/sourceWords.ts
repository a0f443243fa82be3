import type { PartSource } from '../../../shared/designs/partLines.ts';
import { folded } from '../../imports/readTable.ts';

/** What a word says of where a part comes from; null where it says nothing of that. */
export function sourceFrom(text: string): PartSource | null {
  const word = folded(text);
  if (
    /^(make|made|m|manufactur\w*|fabricat\w*|fabricar|hacer|hecho|in house|printed?|3d print\w*|eigenfertigung)\b/.test(
      word,
    )
  )
    return 'make';
  if (/recover|salvage|reuse|reclaim|scrap|recupera|reciclad/.test(word)) return 'recover';
  if (
    /^(buy|bought|b|purchas\w*|standard|comprar|comprado|compra|off the shelf|kauf\w*|zukauf\w*|achat|cots)\b/.test(
      word,
    )
  )
    return 'buy';
  return null;
}
