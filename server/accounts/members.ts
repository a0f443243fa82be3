import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { properName } from '../../shared/text.ts';
import { type AccountsDatabase, guarded } from './database.ts';
import { NO_MAIL_DOMAIN } from './mailCourier.ts';
import { requestScope } from './requestScope.ts';
import { PASSWORD_LENGTH, type SignIn } from './signIn.ts';

/** What a member may set about themselves. */
export interface Profile {
  displayName: string;
  /** A BCP 47 tag for the texts (`en`, `pt-BR`); null: as the browser asks. */
  language: string | null;
  /** A BCP 47 tag for dates and numbers. */
  locale: string | null;
  theme: 'light' | 'dark' | null;
}

const tag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/);

/** What `profile.change` takes; a missing field stays as it is. */
export const profileChange = z.strictObject({
  displayName: properName.optional(),
  language: tag.nullable().optional(),
  locale: tag.nullable().optional(),
  theme: z.enum(['light', 'dark']).nullable().optional(),
});
export type ProfileChange = z.infer<typeof profileChange>;

export interface Members {
  /** Display names; null for a member who was erased (or never was). For up to some thousand ids at once. */
  names(memberIds: readonly string[]): Promise<Map<string, string | null>>;
  /** The same at once, for views that join names while they answer. */
  namesNow(memberIds: readonly string[]): Map<string, string | null>;
  /** `email` null: they have none. */
  profile(memberId: string): Promise<(Profile & { email: string | null }) | null>;
  change(memberId: string, change: ProfileChange): Promise<void>;
  /**
   * Makes an account without HTTP (demo, command line); without a password nobody can sign in to it until one is
   * chosen by mail. Null when the e-mail address is taken.
   */
  create(account: {
    /** Null: they have none. */
    email: string | null;
    displayName: string;
    password: string | null;
  }): Promise<string | null>;
  /** Whether this is the member's password; one who has none proves nothing. */
  hasPassword(memberId: string, password: string): Promise<boolean>;
  /** The member behind an e-mail address, for the operator's command line. */
  byEmail(email: string): Promise<string | null>;
}

export function membersOf(database: AccountsDatabase, signIn: SignIn): Members {
  const { kysely, reader } = database;
  const byIds = reader.prepare('select id, name from user where id in (select value from json_each(?))');
  const byEmail = async (email: string) => {
    const found = kysely.selectFrom('user').select('id').where('email', '=', email.toLowerCase());
    return (await found.executeTakeFirst())?.id ?? null;
  };
  const namesNow = (memberIds: readonly string[]) => {
    const names = new Map<string, string | null>(memberIds.map((id) => [id, null]));
    if (names.size === 0) return names;
    for (const row of guarded(() => byIds.all(JSON.stringify([...names.keys()])))) {
      names.set(String(row.id), String(row.name));
    }
    return names;
  };
  return {
    names: async (memberIds) => namesNow(memberIds),
    namesNow,
    profile: async (memberId) => {
      const row = await kysely
        .selectFrom('user')
        .leftJoin('profile', 'profile.memberId', 'user.id')
        .select(['user.name', 'user.email', 'profile.language', 'profile.locale', 'profile.theme'])
        .where('user.id', '=', memberId)
        .executeTakeFirst();
      if (!row) return null;
      const theme = row.theme === 'light' || row.theme === 'dark' ? row.theme : null;
      const email = row.email.endsWith(NO_MAIL_DOMAIN) ? null : row.email;
      return { displayName: row.name, email, language: row.language, locale: row.locale, theme };
    },
    change: async (memberId, { displayName, ...settings }) => {
      await kysely.transaction().execute(async (tx) => {
        if (displayName !== undefined) {
          await tx.updateTable('user').set({ name: displayName }).where('id', '=', memberId).execute();
        }
        if (Object.keys(settings).length === 0) return;
        await tx
          .insertInto('profile')
          .values({ memberId, language: null, theme: null, locale: null, ...settings })
          .onConflict((conflict) => conflict.column('memberId').doUpdateSet(settings))
          .execute();
      });
    },
    create: async ({ email: given, displayName, password }) => {
      const email = given ?? `${randomUUID()}${NO_MAIL_DOMAIN}`;
      if (password !== null && password.length < PASSWORD_LENGTH.minimum)
        throw new Error('The password is too short.');
      if ((await byEmail(email)) !== null) return null;
      const name = properName.parse(displayName);
      if (password === null) {
        const { internalAdapter } = await signIn.$context;
        const account = { email, name, emailVerified: false };
        return (await internalAdapter.createUser(account, { method: 'admin' })).id;
      }
      const scope = { unavailable: null, hashedAhead: new Map<string, string>() };
      const { user, token } = await requestScope.run(scope, () =>
        signIn.api.signUpEmail({ body: { email, name, password } }),
      );
      if (token) await kysely.deleteFrom('session').where('token', '=', token).execute();
      return user.id;
    },
    hasPassword: async (memberId, password) => {
      const { internalAdapter, password: passwords } = await signIn.$context;
      const ways = await internalAdapter.findAccounts(memberId);
      const hash = ways.find(({ providerId }) => providerId === 'credential')?.password;
      return hash ? passwords.verify({ password, hash }) : false;
    },
    byEmail,
  };
}
