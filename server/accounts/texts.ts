import { type AccountsDatabase, guarded } from './database.ts';

/** Something a person wrote, kept here so that it can be erased; an event names it by `id` alone. */
export interface Text {
  /** A UUID derived from the command, so that a repeated command writes it once. */
  id: string;
  /** What it is: `bookingPurpose`, `pauseReason`, … */
  kind: string;
  body: string;
  /** Member who wrote it. */
  author: string;
  /** Member it is about, if any: their erasure takes it too. */
  subject?: string;
}

export interface KeptText extends Text {
  createdAt: string;
}

/**
 * A text is put durably *before* the event that names it is appended: an event never names a text that was lost.
 * The other way round may happen (the append was refused), so a text that no event names may be removed once it
 * is older than any command in flight: a day is ample.
 */
export interface Texts {
  /** Keeps a text; the same id again changes nothing. Resolves when it is durable. */
  put(text: Text): Promise<void>;
  /** Those of the ids that are (still) there. */
  get(ids: readonly string[]): Promise<Map<string, KeptText>>;
  /** Only what they say, at once: for views that join texts while they answer. */
  bodiesNow(ids: readonly string[]): Map<string, string>;
  /** Withdraws a text. */
  remove(id: string): Promise<void>;
  /** Ids of texts made before an instant, in order, for the sweep of those that no event names. */
  before(instant: string, afterId: string, limit: number): Promise<string[]>;
}

interface Waiting {
  text: Text;
  kept: () => void;
  failed: (error: unknown) => void;
}

/** Texts put in the same turn of the event loop share one transaction, and so one wait for the disk. */
const MAXIMUM_GROUP = 500;

export function textsOf(database: AccountsDatabase, clock: () => Date): Texts {
  const { kysely, reader } = database;
  const byIds = reader.prepare(
    `select id, kind, body, author, subject, createdAt from texts
     where id in (select value from json_each(?))`,
  );
  const waiting: Waiting[] = [];
  const flush = async () => {
    const group = waiting.splice(0, MAXIMUM_GROUP);
    if (waiting.length > 0) setImmediate(flush);
    const createdAt = clock().toISOString();
    try {
      await kysely
        .insertInto('texts')
        .values(group.map(({ text }) => ({ ...text, subject: text.subject ?? null, createdAt })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      for (const { kept } of group) kept();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  };
  return {
    put: (text) =>
      new Promise((kept, failed) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ text, kept, failed });
      }),
    get: async (ids) => {
      const rows = guarded(() => byIds.all(JSON.stringify(ids)));
      return new Map(
        rows.map(({ id, kind, body, author, subject, createdAt }) => [
          String(id),
          {
            id: String(id),
            kind: String(kind),
            body: String(body),
            author: String(author),
            ...(subject === null ? {} : { subject: String(subject) }),
            createdAt: String(createdAt),
          },
        ]),
      );
    },
    bodiesNow: (ids) => {
      if (ids.length === 0) return new Map();
      return new Map(
        guarded(() => byIds.all(JSON.stringify(ids))).map((row) => [String(row.id), String(row.body)]),
      );
    },
    remove: async (id) => {
      await kysely.deleteFrom('texts').where('id', '=', id).execute();
    },
    before: async (instant, afterId, limit) => {
      const rows = await kysely
        .selectFrom('texts')
        .select('id')
        .where('createdAt', '<', instant)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
