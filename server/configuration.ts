import { join, resolve } from 'node:path';
import { flagOf, type SettingName, type Settings, settings } from './settings.ts';

export interface OidcConfiguration {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  name: string;
}

/** Everything the program is told from outside, checked. */
export interface Configuration {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** Origin as people reach it; null: `http://localhost:{port}` once the port is known. */
  publicUrl: string | null;
  eventStoreUrl: string | null;
  mail: { smtpUrl: string; from: string } | null;
  trustProxy: false | number | string[];
  founding: 'open' | 'asked' | 'closed';
  oidc: OidcConfiguration | null;
  /** `at` is local wall time, null for never. */
  backup: { folder: string; at: string | null; keep: number };
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  secret: string | null;
  /** Fill an empty data folder with the demo region. */
  demo: boolean;
  /** Serve the client from its sources. */
  dev: boolean;
}

export type ReadConfiguration =
  | { outcome: 'configuration'; configuration: Configuration }
  /** One sentence for each mistake. */
  | { outcome: 'mistakes'; mistakes: string[] }
  | { outcome: 'help'; text: string };

const SWITCHES = ['--demo', '--dev', '--help'];
const FLAGS = new Map(Object.keys(settings.shape).map((name) => [flagOf(name), name]));

/**
 * Reads the configuration from environment variables and flags; a flag wins. Pure: relative folders are resolved
 * against the working folder, nothing is touched.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): ReadConfiguration {
  const { values, switches, mistakes } = readFlags(argv);
  if (switches.has('--help')) return { outcome: 'help', text: help() };
  const origins = new Map<string, string>();
  const given: Record<string, string> = {};
  for (const name of Object.keys(settings.shape)) {
    const value = values.get(name) ?? environment[name];
    if (value === undefined || value === '') continue;
    given[name] = value;
    origins.set(name, values.has(name) ? flagOf(name) : name);
  }
  const read = settings.safeParse(given);
  if (!read.success) {
    const told = new Set<string>();
    for (const { path, message } of read.error.issues) {
      const name = String(path[0]);
      if (told.has(name)) continue;
      told.add(name);
      mistakes.push(`${origins.get(name) ?? name} ${message}.`);
    }
    return { outcome: 'mistakes', mistakes };
  }
  mistakes.push(...contradictions(read.data));
  if (mistakes.length > 0) return { outcome: 'mistakes', mistakes };
  return { outcome: 'configuration', configuration: configurationOf(read.data, switches) };
}

function readFlags(argv: readonly string[]) {
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const mistakes: string[] = [];
  const rest = [...argv];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const [flag = '', inline] = word.split(/=(.*)/s, 2);
    const name = FLAGS.get(flag);
    if (SWITCHES.includes(flag) && inline === undefined) switches.add(flag);
    else if (SWITCHES.includes(flag)) mistakes.push(`${flag} takes no value.`);
    else if (name === undefined && flag.startsWith('-'))
      mistakes.push(`${flag} is not a flag; --help lists them.`);
    else if (name === undefined) mistakes.push(`"${word}" is not expected here; --help lists the flags.`);
    else if (values.has(name)) mistakes.push(`${flag} is given twice.`);
    else if (inline !== undefined) values.set(name, inline);
    else if (rest[0] === undefined || rest[0].startsWith('--')) mistakes.push(`${flag} needs a value.`);
    else values.set(name, rest.shift() ?? '');
  }
  return { values, switches, mistakes };
}

function contradictions(read: Settings): string[] {
  const mistakes: string[] = [];
  const needs = (name: SettingName, other: SettingName) => {
    if (read[name] !== undefined && read[other] === undefined)
      mistakes.push(`${name} needs ${other} as well.`);
  };
  needs('SMTP_URL', 'MAIL_FROM');
  needs('MAIL_FROM', 'SMTP_URL');
  needs('OIDC_ISSUER', 'OIDC_CLIENT_ID');
  needs('OIDC_CLIENT_ID', 'OIDC_ISSUER');
  needs('OIDC_CLIENT_SECRET', 'OIDC_ISSUER');
  needs('OIDC_NAME', 'OIDC_ISSUER');
  return mistakes;
}

function configurationOf(read: Settings, switches: ReadonlySet<string>): Configuration {
  const dataDir = resolve(read.DATA_DIR);
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir,
    publicUrl: read.PUBLIC_URL ?? null,
    eventStoreUrl: read.EVENTSTORE_URL ?? null,
    mail:
      read.SMTP_URL !== undefined && read.MAIL_FROM !== undefined
        ? { smtpUrl: read.SMTP_URL, from: read.MAIL_FROM }
        : null,
    trustProxy: read.TRUST_PROXY,
    founding: read.FOUNDING,
    oidc:
      read.OIDC_ISSUER !== undefined && read.OIDC_CLIENT_ID !== undefined
        ? {
            issuer: read.OIDC_ISSUER,
            clientId: read.OIDC_CLIENT_ID,
            clientSecret: read.OIDC_CLIENT_SECRET,
            name: read.OIDC_NAME ?? new URL(read.OIDC_ISSUER).hostname,
          }
        : null,
    backup: {
      folder: read.BACKUP_DIR === undefined ? join(dataDir, 'backups') : resolve(read.BACKUP_DIR),
      at: read.BACKUP_AT === 'never' ? null : read.BACKUP_AT,
      keep: read.BACKUP_KEEP,
    },
    logLevel: read.LOG_LEVEL,
    secret: read.SECRET ?? null,
    demo: switches.has('--demo'),
    dev: switches.has('--dev'),
  };
}

function help(): string {
  const lines = Object.entries(settings.shape).map(
    ([name, schema]) => `  ${`${name}, ${flagOf(name)}`.padEnd(44)}${schema.description ?? ''}`,
  );
  return [
    'Settings, as environment variables or flags (a flag wins):',
    ...lines,
    `  ${'--demo'.padEnd(44)}Fill an empty data folder with the demo region.`,
    `  ${'--dev'.padEnd(44)}Serve the client from its sources, with reload.`,
    '',
  ].join('\n');
}
