import { z } from 'zod';
import type { Accounts } from './accounts/accounts.ts';
import { type AnyRoute, defineRoute } from './http/route.ts';
import type { ViewsReader } from './views/reader.ts';
import { isFounded } from './workshops/queries.ts';

const signIn = z.strictObject({ email: z.string(), password: z.string() });

/** The sign-ins that a demo server shows to everybody; null on a real one. */
export const demoSignIns = z.strictObject({ member: signIn, steward: signIn });
export type DemoSignIns = z.infer<typeof demoSignIns>;

/** What somebody must know of a server before they sign in. */
export const serverView = z.strictObject({
  founded: z.boolean(),
  founding: z.enum(['open', 'asked', 'closed']),
  mailConfigured: z.boolean(),
  /** Camera, passkeys and offline use need HTTPS (or this very computer). */
  secureOrigin: z.boolean(),
  oidcProviders: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  demo: demoSignIns.nullable(),
});

export interface AboutParts {
  views: ViewsReader;
  accounts: Pick<Accounts, 'mail' | 'providers'>;
  founding: 'open' | 'asked' | 'closed';
  /** Origin as people reach the program. */
  url: string;
  demo(): DemoSignIns | null;
}

/** `GET /api/server` */
export function aboutRoute({ views, accounts, founding, url, demo }: AboutParts): AnyRoute {
  const { protocol, hostname } = new URL(url);
  const secureOrigin = protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
  return defineRoute({
    method: 'get',
    path: '/api/server',
    summary: 'What this server is like: founded or not, how to sign in, what is missing',
    tag: 'about',
    access: 'public',
    reply: serverView,
    handle: () => ({
      body: {
        founded: isFounded(views),
        founding,
        mailConfigured: accounts.mail.configured,
        secureOrigin,
        oidcProviders: accounts.providers.map(({ id, name }) => ({ id, name })),
        demo: demo(),
      },
    }),
  });
}
