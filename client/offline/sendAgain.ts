import { z } from 'zod';
import { get } from '../api.ts';
import { sendUnsent } from './sendUnsent.ts';
import { changeUnsent, type Unsent } from './unsent.ts';

const AFRESH = { refusal: null, offer: null, stale: false, tries: 0 };

/** Sends a refused one once more, as it stands. */
export async function sendAgain(row: Unsent): Promise<void> {
  await changeUnsent(row.place, AFRESH);
  await sendUnsent();
}

/** Sends a refused one once more, with the fact that its offer names written down first. */
export async function sendInferring({ place, body }: Unsent): Promise<void> {
  const asked = typeof body === 'object' && body !== null ? body : {};
  await changeUnsent(place, { ...AFRESH, body: { ...asked, infer: true } });
  await sendUnsent();
}

const revised = z.object({ revision: z.number() });

/**
 * Sends a description once more over what others have written meanwhile.
 * @throws {RequestFailed} where nobody says how it stands now; then it stays refused.
 */
export async function sendOverNewer({ place, path }: Unsent): Promise<void> {
  const { revision } = await get(path.replace(/\/description$/, ''), revised);
  await changeUnsent(place, { ...AFRESH, ifMatch: revision });
  await sendUnsent();
}
