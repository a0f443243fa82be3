import { designPlans } from '../designs/tellDesigns.ts';
import type { Story } from '../founding.ts';
import type { Region } from '../incidents.ts';
import { shelfTeller } from './shelfTeller.ts';
import { tellingOf } from './telling.ts';
import { tellLoader } from './tellLoader.ts';
import { tellOthers } from './tellOthers.ts';
import { tellShelves } from './tellShelves.ts';
import { tellTorchTable } from './tellTorchTable.ts';
import { tellWork } from './tellWork.ts';
import { thingTeller } from './thingTeller.ts';

/** Who forked the designs of which something is built. */
const FORKED_BY: Readonly<Record<string, string>> = { quietCube: 'alastair', prensa: 'eusebio' };

/**
 * What is made in the region: a press, built with a torch table that another workshop made; its cylinder came out of a
 * scrapped loader and is in its third machine. And what is made besides.
 */
export function tellBuilds(story: Story, region: Region): void {
  const authors = new Map(Object.entries(designPlans).map(([word, { author }]) => [word, author]));
  const telling = tellingOf(story, region, (word) => {
    const author = FORKED_BY[word] ?? authors.get(word);
    if (author === undefined) throw new RangeError(`The demo has no design called ${word}.`);
    return author;
  });
  const things = thingTeller(telling);
  const shelf = shelfTeller(telling);
  tellShelves(shelf);
  tellTorchTable(telling, things, shelf);
  tellLoader(telling, things, shelf);
  tellOthers(telling, things, shelf);
  tellWork(telling);
}
