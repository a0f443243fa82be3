import type { CompleteBuildBody } from '../../shared/builds/commands.ts';
import type { BuildView } from '../../shared/builds/views.ts';
import { nameInShort } from './lineNames.ts';

/** What somebody wrote for a thing that was made. */
export interface Plate {
  name: string;
  serial: string;
}

/** The command: only what differs from what the program would choose by itself. */
export function bodyOfComplete(
  build: Pick<BuildView, 'thingList' | 'product'>,
  plates: ReadonlyMap<string, Plate>,
  produced: number | null,
): CompleteBuildBody {
  const things = build.thingList.flatMap(({ itemId, name, serial }) => {
    const plate = plates.get(itemId);
    const other = {
      ...(plate && plate.name.trim() !== '' && plate.name.trim() !== name ? { name: plate.name.trim() } : {}),
      ...(plate && plate.serial.trim() !== '' && plate.serial.trim() !== serial
        ? { serial: plate.serial.trim() }
        : {}),
    };
    return Object.keys(other).length > 0 ? [{ itemId, ...other }] : [];
  });
  return { things, ...(build.product !== null && produced !== null ? { produced } : {}) };
}

/** What has not been told of a build. None of it hinders its end. */
export interface Gaps {
  steps: string[];
  lines: string[];
  /** Nobody wrote down a test. */
  untested: boolean;
  failedTests: string[];
  /** Machines that run for it. */
  running: string[];
}

export function gapsOf(build: Pick<BuildView, 'stepList' | 'lineList' | 'tests' | 'sessions' | 'of'>): Gaps {
  const { stepList, lineList, tests, sessions, of } = build;
  // Of what is made of others, those are told.
  const wholes = new Set(lineList.map(({ line }) => line.parent));
  // The last word on each test counts: one that failed may have been passed since.
  const last = new Map(
    tests.toSorted((one, other) => (one.at < other.at ? -1 : 1)).map((test) => [test.name, test]),
  );
  return {
    steps: stepList.filter(({ done }) => done === null).map(({ title }) => title),
    lines: lineList
      .filter(({ state, line }) => state !== 'met' && !wholes.has(line.id))
      .map(({ line }) => nameInShort(line)),
    untested: of !== null && tests.length === 0,
    failedTests: [...last.values()].filter(({ outcome }) => outcome === 'failed').map(({ name }) => name),
    running: sessions.filter(({ to }) => to === null).map(({ machineName }) => machineName),
  };
}
