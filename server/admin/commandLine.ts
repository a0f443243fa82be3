import { resolve } from 'node:path';
import { type Configuration, readConfiguration } from '../configuration.ts';
import { type CommandName, commandNamed, helpOfCommands } from './commands.ts';

/** What the operator asked for, checked. */
export interface Order {
  command: CommandName;
  configuration: Configuration;
  /** Absolute paths; null where not given. */
  to: string | null;
  from: string | null;
  /** The word after the command, for those that take one. */
  word: string | null;
  /** Tell of progress though nobody watches. */
  progress: boolean;
}

export type ReadOrder =
  | { outcome: 'order'; order: Order }
  | { outcome: 'mistakes'; mistakes: string[] }
  | { outcome: 'help'; text: string };

const SERVER_SWITCHES = ['--demo', '--dev'];

/** Reads a command, its own flags, and the configuration that it shares with the server. Pure. */
export function readOrder(
  environment: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): ReadOrder {
  const [first, ...words] = argv;
  if (first === undefined || argv.includes('--help')) return { outcome: 'help', text: help() };
  const command = commandNamed(first);
  if (command === undefined) {
    return { outcome: 'mistakes', mistakes: [`"${first}" is no command; --help lists them.`] };
  }
  const own = ownFlags(words, command.paths, command.word !== undefined);
  const { mistakes } = own;
  for (const path of command.needs) {
    if (!own.values.has(path)) mistakes.push(`${first} needs ${path} and a path.`);
  }
  const read = readConfiguration(environment, own.rest);
  if (read.outcome === 'mistakes') mistakes.push(...read.mistakes);
  if (read.outcome !== 'configuration' || mistakes.length > 0) return { outcome: 'mistakes', mistakes };
  const path = (flag: string) => {
    const value = own.values.get(flag);
    return value === undefined ? null : resolve(value);
  };
  return {
    outcome: 'order',
    order: {
      command: command.name,
      configuration: read.configuration,
      to: path('--to'),
      from: path('--from'),
      word: own.word,
      progress: own.progress,
    },
  };
}

interface OwnFlags {
  values: Map<string, string>;
  word: string | null;
  progress: boolean;
  /** What belongs to the configuration. */
  rest: string[];
  mistakes: string[];
}

function ownFlags(words: readonly string[], paths: readonly string[], takesWord: boolean): OwnFlags {
  const own: OwnFlags = { values: new Map(), word: null, progress: false, rest: [], mistakes: [] };
  const left = [...words];
  const following = (inline: string | undefined) =>
    inline ?? (left[0] === undefined || left[0].startsWith('--') ? undefined : left.shift());
  while (left.length > 0) {
    const word = left.shift() ?? '';
    const [flag = '', inline] = word.split(/=(.*)/s, 2);
    if (word === '--progress') own.progress = true;
    else if (SERVER_SWITCHES.includes(flag)) own.mistakes.push(`${flag} belongs to the server.`);
    else if (flag === '--to' || flag === '--from') {
      const value = following(inline);
      if (!paths.includes(flag)) own.mistakes.push(`${flag} does not belong to this command.`);
      else if (value === undefined || value === '') own.mistakes.push(`${flag} needs a path.`);
      else if (own.values.has(flag)) own.mistakes.push(`${flag} is given twice.`);
      else own.values.set(flag, value);
    } else if (flag.startsWith('-')) {
      const value = inline === undefined ? following(undefined) : undefined;
      own.rest.push(word, ...(value === undefined ? [] : [value]));
    } else if (takesWord && own.word === null) own.word = word;
    else own.rest.push(word);
  }
  return own;
}

function help(): string {
  const settings = readConfiguration({}, ['--help']);
  const text = settings.outcome === 'help' ? settings.text : '';
  const ofServer = /^ {2}--de(mo|v) /;
  const shared = text
    .split('\n')
    .filter((line) => !ofServer.test(line))
    .join('\n');
  return `${helpOfCommands()}\n${shared}`;
}
