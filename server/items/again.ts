import { itemEvents } from '../../shared/items/events.ts';
import type { Compensation } from '../commands/answerWithUndo.ts';
import type { RecordedEvent } from '../eventstore/port.ts';
import type { Parts } from '../parts.ts';
import { pathOf } from './change.ts';
import { itemStream } from './commands.ts';

type Store = Pick<Parts['store'], 'read'>;
type Texts = Pick<Parts['texts'], 'of'>;

/** Events of a stream among which what is taken back stands; what is older is written down anew by hand. */
const LAST_EVENTS = 100;

const lastOf = async (store: Store, itemId: string): Promise<readonly RecordedEvent[]> =>
  store.read(itemStream(itemId), { direction: 'backwards', limit: LAST_EVENTS });

const textIn = (texts: Texts, textId: string | null): string | undefined =>
  textId === null ? undefined : texts.of([textId]).get(textId);

/** The command that says a repair or modification once more, as it was said; null where it is not found. */
export async function workAgain(
  store: Store,
  texts: Texts,
  itemId: string,
  repairId: string,
): Promise<Compensation | null> {
  for (const { type, data } of await lastOf(store, itemId)) {
    if (type === 'ItemRepaired') {
      const said = itemEvents.ItemRepaired.parse(data);
      const { buildId, at } = said;
      const body = { buildId, at, note: textIn(texts, said.noteId) };
      if (said.repairId === repairId) return { path: pathOf(itemId, 'repair'), body };
    } else if (type === 'ItemModified') {
      const said = itemEvents.ItemModified.parse(data);
      const { of, buildId, at } = said;
      const body = { of, buildId, at, note: textIn(texts, said.noteId) };
      if (said.repairId === repairId) return { path: pathOf(itemId, 'modify'), body };
    }
  }
  return null;
}

/** The command that says once more how a thing ended; null where it is not found. */
export async function endAgain(store: Store, texts: Texts, itemId: string): Promise<Compensation | null> {
  for (const { type, data } of await lastOf(store, itemId)) {
    if (type === 'ItemTakenBack') return { path: pathOf(itemId, 'take-back'), body: {} };
    if (type === 'ItemScrapped') {
      const { massKilograms, material, buildId, at, reasonId } = itemEvents.ItemScrapped.parse(data);
      const mass = massKilograms === null ? {} : { massKilograms };
      const body = { ...mass, material, buildId, at, reason: textIn(texts, reasonId) };
      return { path: pathOf(itemId, 'scrap'), body };
    }
    if (type === 'ItemConsumed') {
      const { buildId, line, at } = itemEvents.ItemConsumed.parse(data);
      return { path: pathOf(itemId, 'consume'), body: { buildId, line, at } };
    }
    if (type === 'ItemSplit') {
      const { pieces, at } = itemEvents.ItemSplit.parse(data);
      const body = { pieces: pieces.map(({ description }) => description), at };
      return { path: pathOf(itemId, 'split'), body };
    }
  }
  return null;
}
