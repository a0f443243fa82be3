import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOrder } from '../../../server/admin/commandLine.ts';

const mistakesOf = (...argv: string[]) => {
  const read = readOrder({}, argv);
  return read.outcome === 'mistakes' ? read.mistakes : [];
};

test('a command has its own flags and the configuration of the server', () => {
  const read = readOrder({ DATA_DIR: '/srv/data', BACKUP_DIR: '/mnt/backups' }, [
    'restore',
    '--from',
    'backups/one',
    '--eventstore-url=esdb://localhost:2113?tls=false',
    '--data-dir',
    '/srv/other',
    '--progress',
  ]);
  expect(read).toMatchObject({
    outcome: 'order',
    order: {
      command: 'restore',
      from: resolve('backups/one'),
      to: null,
      word: null,
      progress: true,
      configuration: {
        dataDir: '/srv/other',
        eventStoreUrl: 'esdb://localhost:2113?tls=false',
        backup: { folder: '/mnt/backups' },
      },
    },
  });
});

test('each mistake is told in one line', () => {
  expect(mistakesOf('frobnicate')).toEqual(['"frobnicate" is no command; --help lists them.']);
  expect(mistakesOf('restore', '--to', 'x', '--bad', '--port', 'many')).toEqual([
    '--to does not belong to this command.',
    'restore needs --from and a path.',
    '--bad is not a flag; --help lists them.',
    '--port must be a whole number from 0 to 65535.',
  ]);
  expect(mistakesOf('leave', '--to')).toEqual(['--to needs a path.', 'leave needs --to and a path.']);
  expect(mistakesOf('backup', '--to=a', '--to=b')).toEqual(['--to is given twice.']);
  expect(mistakesOf('verify', '--demo')).toEqual(['--demo belongs to the server.']);
  expect(mistakesOf('verify', 'everything')).toEqual([
    '"everything" is not expected here; --help lists the flags.',
  ]);
});

test('one command takes a word', () => {
  expect(readOrder({}, ['approve-founding', 'ada@example.org'])).toMatchObject({
    order: { command: 'approve-founding', word: 'ada@example.org' },
  });
  expect(readOrder({}, ['approve-founding'])).toMatchObject({ order: { word: null } });
  expect(mistakesOf('approve-founding', 'one', 'two')).toHaveLength(1);
});

test('help lists every command and every setting, and nothing that is the server’s alone', () => {
  for (const argv of [[], ['--help'], ['backup', '--help']]) {
    const read = readOrder({}, argv);
    expect(read.outcome).toBe('help');
    const text = read.outcome === 'help' ? read.text : '';
    for (const word of [
      'backup',
      'restore',
      'verify',
      'leave',
      'approve-founding',
      'DATA_DIR',
      '--backup-dir',
    ])
      expect(text).toContain(word);
    expect(text).not.toContain('--demo');
  }
});
