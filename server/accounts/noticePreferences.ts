import type { Kysely } from 'kysely';
import {
  defaultPreferences,
  type NoticePreferences,
  noticePreferences,
} from '../../shared/notices/preferences.ts';
import type { AccountsDatabase } from './database.ts';
import type { AccountsTables, NoticeSwitchRow } from './tables.ts';

export interface NoticeSwitches {
  /** What the member set, and the defaults for the rest. */
  of(memberId: string): Promise<NoticePreferences>;
  /** Keeps what differs from the defaults, so that the rest follows them. */
  set(memberId: string, wanted: NoticePreferences): Promise<void>;
}

/** The same within whichever transaction `executor` is. */
export async function preferencesOf(
  executor: Kysely<AccountsTables>,
  memberId: string,
): Promise<NoticePreferences> {
  const rows = await executor
    .selectFrom('noticeSwitches')
    .selectAll()
    .where('memberId', '=', memberId)
    .execute();
  if (rows.length === 0) return defaultPreferences;
  const merged: Record<string, Record<string, boolean>> = structuredClone(defaultPreferences);
  for (const { topic, channel, wanted } of rows) {
    const switches = merged[topic];
    if (switches && channel in switches) switches[channel] = wanted === 1;
  }
  return noticePreferences.parse(merged);
}

export function noticeSwitchesOf({ kysely }: AccountsDatabase): NoticeSwitches {
  return {
    of: (memberId) => preferencesOf(kysely, memberId),
    set: async (memberId, wanted) => {
      const rows = deviating(memberId, wanted);
      await kysely.transaction().execute(async (tx) => {
        await tx.deleteFrom('noticeSwitches').where('memberId', '=', memberId).execute();
        if (rows.length > 0) await tx.insertInto('noticeSwitches').values(rows).execute();
      });
    },
  };
}

function deviating(memberId: string, wanted: NoticePreferences): NoticeSwitchRow[] {
  const usual: Record<string, Record<string, boolean>> = defaultPreferences;
  return Object.entries(wanted).flatMap(([topic, switches]) =>
    Object.entries(switches)
      .filter(([channel, on]) => usual[topic]?.[channel] !== on)
      .map(([channel, on]) => ({ memberId, topic, channel, wanted: on ? 1 : 0 })),
  );
}
