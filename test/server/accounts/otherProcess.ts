import { DatabaseSync } from 'node:sqlite';
import { openAccounts } from '../../../server/accounts/accounts.ts';

/** A second process on the same accounts, driven by messages; it answers each with `{ answer }`. */
type Order =
  | { order: 'revoke'; memberId: string }
  | { order: 'sessionOf'; cookie: string }
  | { order: 'beginReading' }
  | { order: 'endReading' };

const [path = '', secret = '', publicUrl = ''] = process.argv.slice(2);
const accounts = await openAccounts({ path, secret, publicUrl });
const reader = new DatabaseSync(path, { readOnly: true });

async function obey(order: Order): Promise<unknown> {
  if (order.order === 'revoke') return accounts.sessions.revoke(order.memberId);
  if (order.order === 'sessionOf') return accounts.sessions.sessionOf({ cookie: order.cookie });
  if (order.order === 'beginReading') {
    reader.exec('begin');
    return reader.prepare('select count(*) as n from user').get()?.n;
  }
  return reader.exec('commit');
}

process.on('message', async (order: Order) => {
  process.send?.({ answer: (await obey(order)) ?? null });
});
process.send?.({ answer: 'ready' });
