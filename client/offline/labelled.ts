import { get } from '../api.ts';
import { t } from '../catalogue/text.ts';
import { RequestFailed } from '../problem.ts';
import { labelTarget } from '../views.ts';
import { filled } from './keptFiles.ts';

/** Stands for the id of the thing with this code, where nobody can say which that is without a connection. */
export const labelled = (code: string): string => `label:${code}`;

const LABELLED = /^label:([0-9A-HJKMNP-TV-Z]{4,8})$/;
const WITHIN = /"label:([0-9A-HJKMNP-TV-Z]{4,8})"/g;

interface Asked {
  path: string;
  body: unknown;
}

/** Codes whose things are to be found before it can be sent: as a part of the path, or as a whole value. */
export function codesIn({ path, body }: Asked): string[] {
  const inPath = path.split('/').flatMap((part) => LABELLED.exec(part)?.[1] ?? []);
  const inBody = [...(JSON.stringify(body) ?? '').matchAll(WITHIN)].flatMap(([, code]) => code ?? []);
  return [...new Set([...inPath, ...inBody])];
}

/** The same with the ids of the things that have these codes. */
export function withThings<Row extends Asked>(row: Row, ids: ReadonlyMap<string, string>): Row {
  const byMark = new Map([...ids].map(([code, id]) => [labelled(code), id]));
  const path = row.path
    .split('/')
    .map((part) => byMark.get(part) ?? part)
    .join('/');
  return { ...row, path, body: filled(row.body, byMark) };
}

/**
 * Asks which things have the codes that it names.
 * @throws {RequestFailed} `not-found` with a sentence, where a code is no thing's.
 */
export async function named<Row extends Asked>(row: Row): Promise<Row> {
  const ids = new Map<string, string>();
  for (const code of codesIn(row)) ids.set(code, await thingWith(code));
  return ids.size === 0 ? row : withThings(row, ids);
}

async function thingWith(code: string): Promise<string> {
  const unknown = () => new RequestFailed('not-found', 404, { detail: t.offline.noThing(code) });
  const target = await get(`/api/labels/${code}`, labelTarget).catch((error: unknown) => {
    throw error instanceof RequestFailed && error.kind === 'not-found' ? unknown() : error;
  });
  const id = target.machineId ?? target.itemId;
  if (id === undefined) throw unknown();
  return id;
}
