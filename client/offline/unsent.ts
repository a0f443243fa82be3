import { computed, signal } from '@preact/signals';
import { z } from 'zod';
import { account } from './account.ts';
import { done, storeOf, together } from './database.ts';
import { type KeptFile, keptFile } from './keptFiles.ts';

const unsentRow = z.object({
  /** Its place in the row; given by the browser. */
  place: z.number(),
  account: z.string(),
  commandId: z.string(),
  method: z.enum(['post', 'put', 'delete']),
  path: z.string(),
  /** Keys of `files` stand where their ids will be. */
  body: z.unknown(),
  ifMatch: z.union([z.string(), z.number()]).nullable(),
  /** What it is, as the person reads it: `Fault of the laser: lens cracked`. */
  what: z.string(),
  /** The page on which it was written. */
  page: z.string(),
  at: z.number(),
  /** The server's sentence where it refused; null while it waits. */
  refusal: z.string().nullable(),
  /** Of a refusal: the fact that one tap would write down first, so that nothing stands against it. */
  offer: z.string().nullable().default(null),
  /** Of a refusal: others changed meanwhile what it changes. */
  stale: z.boolean().default(false),
  /** What must be sent before it. */
  files: z.array(keptFile).default([]),
  /** How often the server failed over it. */
  tries: z.number().default(0),
});
export type Unsent = z.infer<typeof unsentRow>;

/** Everything that waits in this browser, of every account. */
export const rows = signal<readonly Unsent[]>([]);

/** What the present account has written here and the server has not taken, in the order of writing. */
export const unsent = computed(() => rows.value.filter((row) => row.account === account.value));

/** Bytes of photographs and sounds among these. */
export const sumOfBytes = (of: readonly { files: readonly KeptFile[] }[]) =>
  of.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0);

/** Bytes of photographs and sounds that the present account has waiting here. */
export const unsentBytes = computed(() => sumOfBytes(unsent.value));

/** Its row, where what is kept can be read. */
export function readRow(kept: unknown): Unsent | null {
  const read = unsentRow.safeParse(kept);
  return read.success ? read.data : null;
}

/** Reads what waits in this browser. Never throws. */
export async function readUnsent(): Promise<void> {
  try {
    const kept: unknown[] = await done((await storeOf('unsent', 'readonly')).getAll());
    rows.value = kept.flatMap((each) => readRow(each) ?? []);
  } catch {
    rows.value = [];
  }
}

/** Changes one that is still kept. */
export async function changeUnsent(
  place: number,
  to: Partial<Omit<Unsent, 'place' | 'account' | 'commandId'>>,
): Promise<void> {
  await together(['unsent'], async (store) => {
    const kept: unknown = await done(store('unsent').get(place));
    if (typeof kept === 'object' && kept !== null) await done(store('unsent').put({ ...kept, ...to }));
  });
  await readUnsent();
}
