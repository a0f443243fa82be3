import { join } from 'node:path';
import { type Accounts, openAccounts } from '../accounts/accounts.ts';
import { systemChance } from '../accounts/chance.ts';
import { ACCOUNTS_FILE } from '../accounts/erasureList.ts';
import { readOrCreateSecret } from '../accounts/secret.ts';
import { accountsSettingsOf } from '../accountsSettings.ts';
import type { Configuration } from '../configuration.ts';
import { isThere } from '../operations/durable.ts';
import { Refusal } from '../operations/refusal.ts';

/** Lists who asked to found a workshop, or lets one member do it: by id or e-mail address. Works while servers run. */
export async function approveFounding(
  configuration: Configuration,
  word: string,
  print: (line: string) => void,
): Promise<0 | 1> {
  const path = join(configuration.dataDir, ACCOUNTS_FILE);
  if (!(await isThere(path)))
    throw new Refusal(`There are no accounts in ${configuration.dataDir}: check DATA_DIR.`);
  const secret = configuration.secret ?? (await readOrCreateSecret(configuration.dataDir, systemChance));
  const url = configuration.publicUrl ?? `http://localhost:${configuration.port}`;
  const accounts = await openAccounts({ ...accountsSettingsOf(configuration, url, secret), path });
  try {
    return word === 'list' ? await list(accounts, print) : await approve(accounts, word, print);
  } finally {
    await accounts.close();
  }
}

async function list({ foundingRequests, members }: Accounts, print: (line: string) => void): Promise<0> {
  const waiting = await foundingRequests.waiting();
  for (const { memberId, askedAt } of waiting) {
    const profile = await members.profile(memberId);
    print(`${memberId}  asked ${askedAt}  ${profile ? `${profile.displayName} <${profile.email}>` : ''}`);
  }
  if (waiting.length === 0) print('Nobody waits.');
  return 0;
}

async function approve(
  { foundingRequests, members }: Accounts,
  word: string,
  print: (line: string) => void,
): Promise<0 | 1> {
  const memberId = word.includes('@') ? await members.byEmail(word) : word;
  if (memberId === null) throw new Refusal(`Nobody has the address ${word}.`);
  if (await foundingRequests.approve(memberId)) {
    print(`${memberId} may found one workshop now.`);
    return 0;
  }
  const standing = await foundingRequests.standing(memberId);
  if (standing === 'approved') {
    print(`${memberId} has been approved before.`);
    return 0;
  }
  throw new Refusal(`${memberId} has not asked; approve-founding list names those who have.`);
}
