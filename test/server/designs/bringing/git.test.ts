import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOfGit } from '../../../../server/designs/bringing/fromGit.ts';
import { cloneInto } from '../../../../server/designs/bringing/gitClone.ts';
import { assertReachable, NotReachable } from '../../../../server/designs/bringing/gitHttp.ts';
import { gitServer } from './gitServer.ts';
import { intakeOf } from './scene.ts';

const FILES = {
  'README.md': '# Mill\n',
  'cad/frame.step': 'ISO-10303-21;\n',
  'cad/motor.step': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
  'secret.txt@': '/etc/passwd',
};

test('a public repository comes in file by file; links and pointers stay out, and nothing is left behind', async () => {
  const intake = await intakeOf();
  const origin = await gitServer(FILES);
  const { dataFolder } = intake;
  const files = await filesOfGit(intake, `${origin}/mill.git`, { dataFolder, reach: 'anywhere' });
  expect(files.map(({ path, bytes }) => [path, bytes])).toEqual([
    ['README.md', 7],
    ['cad/frame.step', 14],
  ]);
  expect(intake.remarks.all().map(({ at }) => at)).toEqual(['cad/motor.step', 'secret.txt']);
  expect((await readdir(join(dataFolder, 'incoming'))).filter((name) => name.startsWith('git-'))).toEqual([]);
});

test('a repository that has moved is followed, and one that leads elsewhere is not', async () => {
  const intake = await intakeOf();
  const origin = await gitServer(FILES);
  const fetching = (path: string, mostBytes = 1_000_000) =>
    cloneInto({ url: origin + path, folder: join(intake.dataFolder, path), reach: 'anywhere', mostBytes });
  expect((await fetching('/moved.git')).files).toHaveLength(2);
  await expect(fetching('/away.git')).rejects.toThrow('Repositories are fetched by https only.');
  await expect(fetching('/nothing.git')).rejects.toThrow(
    'There is no public Git repository at this address.',
  );
  await expect(fetching('/mill.git', 500)).rejects.toThrow('The repository has more than');
});

test('only public addresses are reached, by https, and without passwords', () => {
  for (const address of [
    'http://git.example.org/a/b',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://0x7f.1/a',
    'https://10.1.2.3/a.git',
    'https://169.254.169.254/latest',
    'https://ana:secret@git.example.org/a',
    'ssh://git@git.example.org/a',
    'file:///etc/passwd',
    'nonsense',
  ]) {
    expect(() => assertReachable(address, 'public'), address).toThrow(NotReachable);
  }
  expect(assertReachable('https://git.example.org/a/b.git', 'public').hostname).toBe('git.example.org');
});

test('a name that leads to the own network is refused when it is connected to', async () => {
  const intake = await intakeOf();
  const { dataFolder } = intake;
  const fetched = filesOfGit(intake, 'https://localhost:1/mill.git', { dataFolder, reach: 'public' });
  await expect(fetched).rejects.toThrow('This address is not on the public network.');
});
