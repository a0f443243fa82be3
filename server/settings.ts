import { isIP } from 'node:net';
import { z } from 'zod';
import { wallTime } from '../shared/time.ts';

/** An address with one of the schemes. The message never repeats it: it may hold a password. */
const address = (schemes: readonly string[], example: string) =>
  z.string().refine((text) => {
    const [, scheme, rest] = /^([a-z+]+):\/\/(\S+)$/i.exec(text) ?? [];
    if (scheme === undefined || rest === undefined || !schemes.includes(scheme.toLowerCase())) return false;
    // Several hosts, as a cluster has them, are no URL by themselves.
    return URL.canParse(`http://${rest.replace(/,[^/?#]*/, '')}`);
  }, `must look like ${example}`);

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const origin = address(['http', 'https'], 'https://workshops.example')
  .refine((text) => /^[^/]+\/\/[^/?#@]+\/?$/.test(text), 'must be scheme, host and port only, without a path')
  .transform((text) => URL.parse(text)?.origin ?? text);

const isAddressOrRange = (entry: string) => {
  const [network = '', prefix, ...rest] = entry.split('/');
  const family = isIP(network);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
};

const PROXIES =
  'must be false, the number of proxies (1 to 9), or their addresses and ranges such as 10.0.0.2,172.16.0.0/12';

const trustProxy = z.union(
  [
    z.literal('false').transform((): false => false),
    z
      .string()
      .regex(/^[1-9]$/)
      .transform(Number),
    z
      .string()
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .refine((list) => list.every(isAddressOrRange), PROXIES),
  ],
  PROXIES,
);

const setting = <Schema extends z.ZodType>(schema: Schema, meaning: string): Schema =>
  schema.describe(meaning);

/** Every setting by the name of its environment variable; the flag of `DATA_DIR` is `--data-dir`. */
export const settings = z.object({
  PORT: setting(
    wholeNumber(0, 65_535).default(8080),
    'Port to listen on; 0 takes any free one. Default 8080.',
  ),
  HOST: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name')
      .default('127.0.0.1'),
    'Address to listen on; 0.0.0.0 for all. Default 127.0.0.1.',
  ),
  DATA_DIR: setting(z.string().default('data'), 'Folder of everything that is kept. Default ./data.'),
  PUBLIC_URL: setting(
    origin.optional(),
    'Where people reach it, such as https://workshops.example. Default http://localhost:PORT.',
  ),
  EVENTSTORE_URL: setting(
    address(
      ['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'],
      'esdb://host:2113?tls=true',
    ).optional(),
    'The log in an EventStoreDB or KurrentDB cluster. Default: a file in DATA_DIR.',
  ),
  SMTP_URL: setting(
    address(['smtp', 'smtps'], 'smtps://user:password@mail.example').optional(),
    'Where mail is handed in. Without it nothing is mailed.',
  ),
  MAIL_FROM: setting(
    z
      .string()
      .regex(
        /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/,
        'must be an address such as Commonwright <hello@workshops.example>',
      )
      .optional(),
    'Sender of the mails; needed with SMTP_URL.',
  ),
  TRUST_PROXY: setting(
    trustProxy.default(false),
    'Proxies whose X-Forwarded-* are believed: false, how many, or their addresses. Default false.',
  ),
  FOUNDING: setting(
    z.enum(['open', 'asked', 'closed'], 'must be open, asked or closed').default('asked'),
    'Who may found further workshops: any member (open), with the operator’s yes (asked), nobody (closed). Default asked.',
  ),
  OIDC_ISSUER: setting(
    address(['https', 'http'], 'https://login.example').optional(),
    'An OpenID Connect provider for signing in.',
  ),
  OIDC_CLIENT_ID: setting(z.string().max(500).optional(), 'Our client id there.'),
  OIDC_CLIENT_SECRET: setting(z.string().max(2000).optional(), 'Our client secret there, if it gave one.'),
  OIDC_NAME: setting(z.string().max(80).optional(), 'What its button says. Default: its host.'),
  BACKUP_DIR: setting(z.string().optional(), 'Folder of the nightly backups. Default DATA_DIR/backups.'),
  BACKUP_AT: setting(
    z
      .string()
      .refine(
        (text) => text === 'never' || wallTime.safeParse(text).success,
        'must look like 03:30, or be never',
      )
      .default('03:30'),
    'Local time of the nightly backup, or never. Default 03:30.',
  ),
  BACKUP_KEEP: setting(wholeNumber(1, 3650).default(14), 'How many nightly backups are kept. Default 14.'),
  LOG_LEVEL: setting(
    z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
      .default('info'),
    'How much is logged. Default info.',
  ),
  SECRET: setting(
    z.string().min(32, 'must have at least 32 characters').optional(),
    'Signs the sessions. Default: made once and kept in DATA_DIR.',
  ),
});
export type Settings = z.output<typeof settings>;

export type SettingName = keyof Settings;

export const flagOf = (name: string): string => `--${name.toLowerCase().replaceAll('_', '-')}`;
