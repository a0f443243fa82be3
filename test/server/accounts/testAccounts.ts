import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Accounts, type AccountsSettings, openAccounts } from '../../../server/accounts/accounts.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

export const TEST_SECRET = 'a secret of at least thirty-two characters, for tests';
export const PASSWORD = 'correct horse battery';

/** A port that answers with the accounts' own handler; the accounts are opened for its address. */
export async function listeningAccounts(
  settings: Partial<AccountsSettings> & { folder?: string; port?: number } = {},
) {
  const folder = settings.folder ?? (await temporaryFolder());
  const opened: { accounts?: Accounts } = {};
  const server = createServer((request, response) => {
    if (opened.accounts) void opened.accounts.authHandler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(settings.port ?? 0, '127.0.0.1', resolve));
  const origin = `http://localhost:${portOf(server)}`;
  const path = join(folder, 'accounts.db');
  const accounts = await openAccounts({ path, secret: TEST_SECRET, publicUrl: origin, ...settings });
  opened.accounts = accounts;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await accounts.close();
  };
  onTestFinished(close);
  return { accounts, folder, path, origin, server, close, visitor: () => visitorOf(server, origin) };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A browser as far as needed: it keeps cookies, sends its origin and does not follow redirects. */
export function visitorOf(server: Server, origin: string) {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${portOf(server)}${path}`, {
      redirect: 'manual',
      ...init,
      headers: {
        origin,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    jar,
    get: (path: string) => send(path),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    send,
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}
export type Visitor = ReturnType<typeof visitorOf>;

export const signUp = (visitor: Visitor, email: string, name = 'Ada Tinker') =>
  visitor.post('/api/auth/sign-up/email', { email, name, password: PASSWORD });

/** Waits until `holds` says yes; fails after ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
