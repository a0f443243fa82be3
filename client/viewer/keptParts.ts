import type { Model } from '../../shared/models/model.ts';
import { type KeptPart, keepPart } from './partBatch.ts';

/** Work on a model goes on for so long before the page has its turn, milliseconds. */
const SLICE = 10;

/**
 * The shapes of a model, those of before where the key is the same. Takes turns with the page.
 * @param given up when this says so. @returns null: given up.
 */
export async function keepParts(
  model: Model,
  before: ReadonlyMap<string, KeptPart>,
  givenUp: () => boolean,
): Promise<Map<string, KeptPart> | null> {
  const kept = new Map<string, KeptPart>();
  let since = performance.now();
  for (const part of model.parts) {
    if (kept.has(part.key)) continue;
    kept.set(part.key, before.get(part.key) ?? keepPart(part));
    if (performance.now() - since < SLICE) continue;
    await pageHadItsTurn();
    if (givenUp()) return null;
    since = performance.now();
  }
  return kept;
}

const pageHadItsTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
