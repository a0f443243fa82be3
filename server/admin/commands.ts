/** What a command is called and takes; what it does stands in `run.ts`. */
interface Command {
  name: CommandName;
  /** The flags with a path that it takes, and those of them that it needs. */
  paths: readonly string[];
  needs: readonly string[];
  /** What the word after it is, if it takes one. */
  word?: string;
  usage: string;
  meaning: string;
}

const NAMES = [
  'backup',
  'restore',
  'verify',
  'digest',
  'rebuild-views',
  'export',
  'import',
  'leave',
  'approve-founding',
] as const;
export type CommandName = (typeof NAMES)[number];

const COMMANDS: readonly Command[] = [
  {
    name: 'backup',
    paths: ['--to'],
    needs: [],
    usage: '[--to DIR]',
    meaning:
      'Back everything up, while servers run, into a folder named by the time. Default: below BACKUP_DIR.',
  },
  {
    name: 'restore',
    paths: ['--from'],
    needs: ['--from'],
    usage: '--from DIR',
    meaning:
      'Restore a backup into an empty DATA_DIR (and an empty cluster). Later erasures are carried out again.',
  },
  {
    name: 'verify',
    paths: [],
    needs: [],
    usage: '',
    meaning:
      'Check every event and file, and the views against fresh ones; print the digest. Exit 1 when anything is wrong.',
  },
  { name: 'digest', paths: [], needs: [], usage: '', meaning: 'Print the digest of the log.' },
  {
    name: 'rebuild-views',
    paths: [],
    needs: [],
    usage: '',
    meaning: 'Build the views anew while the server is stopped, so that it starts at once.',
  },
  {
    name: 'export',
    paths: ['--to'],
    needs: [],
    usage: '[--to FILE]',
    meaning:
      'Write the log as CloudEvents 1.0, one JSON line an event; photographs and manuals into FILE.files. Free texts and accounts are not in it.',
  },
  {
    name: 'import',
    paths: ['--from'],
    needs: ['--from'],
    usage: '--from FILE',
    meaning:
      'Read an export into an empty store, with FILE.files. Order, ids and revisions are kept; reactions do not run.',
  },
  {
    name: 'leave',
    paths: ['--to'],
    needs: ['--to'],
    usage: '--to DIR',
    meaning: 'Take everything along: a backup, the export, and a page that tells how to start elsewhere.',
  },
  {
    name: 'approve-founding',
    paths: [],
    needs: [],
    word: 'MEMBER',
    usage: '[list|MEMBER]',
    meaning:
      'Where FOUNDING=asked: list who asked, or let a member (by id or e-mail address) found a workshop.',
  },
];

export const commandNamed = (name: string): Command | undefined =>
  COMMANDS.find((command) => command.name === name);

export function helpOfCommands(): string {
  const lines = COMMANDS.map(({ name, usage, meaning }) => `  ${`${name} ${usage}`.padEnd(34)}${meaning}`);
  return [
    'npm run -s admin -- COMMAND [FLAGS]   (-s keeps the output of npm itself out of an export)',
    '',
    ...lines,
    `  ${'--progress'.padEnd(34)}Tell of progress though the output is no terminal.`,
    '',
  ].join('\n');
}
