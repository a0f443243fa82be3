import { openAccounts } from '../../../server/accounts/accounts.ts';

/** A process that only sends what waits in the outbox, to be killed while it does. */
const [path = '', secret = '', publicUrl = '', url = '', from = ''] = process.argv.slice(2);
const accounts = await openAccounts({ path, secret, publicUrl, mail: { kind: 'smtp', url, from } });
await accounts.mail.sendDue();
