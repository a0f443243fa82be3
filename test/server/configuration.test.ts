import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../server/configuration.ts';

const accepted = (environment: Record<string, string>, ...argv: string[]) => {
  const read = readConfiguration(environment, argv);
  if (read.outcome !== 'configuration') throw new Error(JSON.stringify(read));
  return read.configuration;
};

const mistakesOf = (environment: Record<string, string>, ...argv: string[]) => {
  const read = readConfiguration(environment, argv);
  return read.outcome === 'mistakes' ? read.mistakes : [];
};

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(accepted({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      publicUrl: null,
      eventStoreUrl: null,
      mail: null,
      trustProxy: false,
      founding: 'asked',
      oidc: null,
      backup: { folder: join(resolve('data'), 'backups'), at: '03:30', keep: 14 },
      logLevel: 'info',
      secret: null,
      demo: false,
      dev: false,
    });
  });

  it('takes a flag rather than the variable of the same name', () => {
    expect(accepted({ PORT: '1' }, '--port', '2').port).toBe(2);
    expect(accepted({ PORT: '1' }, '--port=3', '--demo')).toMatchObject({ port: 3, demo: true });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(accepted({ PUBLIC_URL: '', SMTP_URL: '' })).toMatchObject({ publicUrl: null, mail: null });
  });

  it('reads proxies as a number, as addresses and as no', () => {
    expect(accepted({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(accepted({ TRUST_PROXY: '10.0.0.2, fd00::/8' }).trustProxy).toEqual(['10.0.0.2', 'fd00::/8']);
    expect(accepted({ TRUST_PROXY: 'false' }).trustProxy).toBe(false);
  });

  it('reads the rest as it is meant', () => {
    const configuration = accepted({
      PUBLIC_URL: 'https://Workshops.example/',
      EVENTSTORE_URL: 'esdb+discover://admin:changeit@one:2113,two:2113?tls=true',
      SMTP_URL: 'smtps://user:password@mail.example:465',
      MAIL_FROM: 'Commonwright <hello@workshops.example>',
      OIDC_ISSUER: 'https://login.example/realms/x',
      OIDC_CLIENT_ID: 'commonwright',
      BACKUP_AT: 'never',
    });
    expect(configuration.publicUrl).toBe('https://workshops.example');
    expect(configuration.eventStoreUrl).toContain('esdb+discover://');
    expect(configuration.mail?.from).toBe('Commonwright <hello@workshops.example>');
    expect(configuration.oidc).toEqual({
      issuer: 'https://login.example/realms/x',
      clientId: 'commonwright',
      clientSecret: undefined,
      name: 'login.example',
    });
    expect(configuration.backup.at).toBeNull();
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ HOST: 'a b' }, 'HOST must be an address or a host name.'],
    [{ PUBLIC_URL: 'workshops.example' }, 'PUBLIC_URL must look like https://workshops.example.'],
    [
      { PUBLIC_URL: 'https://workshops.example/app' },
      'PUBLIC_URL must be scheme, host and port only, without a path.',
    ],
    [{ EVENTSTORE_URL: 'http://one' }, 'EVENTSTORE_URL must look like esdb://host:2113?tls=true.'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_URL needs MAIL_FROM as well.'],
    [
      { SMTP_URL: 'mail.example', MAIL_FROM: 'a@b' },
      'SMTP_URL must look like smtps://user:password@mail.example.',
    ],
    [{ FOUNDING: 'yes' }, 'FOUNDING must be open, asked or closed.'],
    [{ OIDC_ISSUER: 'https://login.example' }, 'OIDC_ISSUER needs OIDC_CLIENT_ID as well.'],
    [{ BACKUP_AT: '25:00' }, 'BACKUP_AT must look like 03:30, or be never.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be silent, error, warn, info or debug.'],
    [{ SECRET: 'short' }, 'SECRET must have at least 32 characters.'],
  ])('says one clear line about %j', (environment, line) => {
    expect(mistakesOf(environment)).toEqual([line]);
  });

  it.each(['true', '0', '10.0.0.2/64', 'proxy.example', '1.2.3.4/', '10'])(
    'does not trust the proxies "%s"',
    (list) =>
      expect(mistakesOf({ TRUST_PROXY: list })).toEqual([
        expect.stringMatching(/^TRUST_PROXY must be false, the number of proxies .+\.$/),
      ]),
  );

  it.each([
    [['--prot', '1'], '--prot is not a flag; --help lists them.'],
    [['--port'], '--port needs a value.'],
    [['--port', '--demo'], '--port needs a value.'],
    [['--port', '1', '--port', '2'], '--port is given twice.'],
    [['--demo=yes'], '--demo takes no value.'],
    [['now'], '"now" is not expected here; --help lists the flags.'],
    [['--port', 'x'], '--port must be a whole number from 0 to 65535.'],
  ])('says one clear line about %j', (argv, line) => {
    expect(mistakesOf({}, ...argv)).toContain(line);
  });

  it('names every mistake at once', () => {
    expect(mistakesOf({ PORT: 'x', FOUNDING: 'y' }, '--nonsense')).toHaveLength(3);
  });

  it('never repeats a secret in what it says', () => {
    const told = mistakesOf({
      SECRET: 'hunter2',
      SMTP_URL: 'user:hunter2@mail',
      OIDC_CLIENT_SECRET: 'hunter2',
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told.join()).not.toContain('hunter2');
  });

  it('helps', () => {
    const read = readConfiguration({}, ['--help']);
    expect(read.outcome === 'help' && read.text).toContain('DATA_DIR, --data-dir');
  });
});
