import type { Operation } from './operations.ts';
import type { Random } from './random.ts';
import { HOSTILE_TEXTS, hostileValue, type Known, spoilt, valueFor } from './values.ts';

/** Ids that belong together, such as a booking and its machine, by the names of the path's parameters. */
export type Pair = Readonly<Record<string, string>>;

export interface FuzzedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** A request to an operation: as it should be, or spoilt in a place or two. */
export function requestTo(
  operation: Operation,
  random: Random,
  {
    known,
    revisions,
    pairs,
  }: { known: Known; revisions: ReadonlyMap<string, string>; pairs: readonly Pair[] },
): FuzzedRequest {
  const fitting = pairs.filter((pair) =>
    Object.keys(pair).every((name) => operation.path.includes(`{${name}}`)),
  );
  const together = fitting.length > 0 && random.happens(0.8) ? random.oneOf(fitting) : {};
  const hostility = random.oneOf([0, 0, 0.1, 0.4]);
  const { path, headers } = parametersFor(operation, random, known, hostility, together);
  const [entity = ''] = path.split('?');
  const revision = revisions.get(entityOf(entity));
  if (headers['if-match'] !== undefined && revision !== undefined && !random.happens(hostility)) {
    headers['if-match'] = revision;
  }
  const isChange = operation.method !== 'GET';
  const body = isChange ? bodyFor(operation, random, known, hostility) : undefined;
  if (body !== undefined) headers['content-type'] = contentType(random, hostility);
  return { method: operation.method, path, headers, body };
}

function parametersFor(
  operation: Operation,
  random: Random,
  known: Known,
  hostility: number,
  together: Pair,
) {
  let { path } = operation;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const { name, in: place, required, schema } of operation.parameters) {
    const isHostile = random.happens(hostility);
    if (place !== 'path' && (isHostile ? random.happens(0.3) : !required && random.happens(0.6))) continue;
    const value = isHostile
      ? random.oneOf(HOSTILE_TEXTS)
      : (together[name] ?? String(valueFor(schema, name, random, known)));
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value.toWellFormed()) || '%20');
    else if (place === 'query') query.append(name, value.toWellFormed());
    else headers[name.toLowerCase()] = headerFor(name, value, isHostile, random);
  }
  if (random.happens(hostility / 4)) query.append('unknown', 'x');
  if (random.happens(hostility / 8)) path += random.oneOf(['/', '/..', '%', '//', '/%2e%2e/x']);
  const search = query.toString();
  return { path: search === '' ? path : `${path}?${search}`, headers };
}

function headerFor(name: string, value: string, isHostile: boolean, random: Random): string {
  if (isHostile) return value.replaceAll(/[^\x20-\x7e]/g, '').trim();
  if (name === 'If-Match') return `"${random.below(4)}"`;
  return name === 'Idempotency-Key' ? random.uuid() : value;
}

function bodyFor({ body }: Operation, random: Random, known: Known, hostility: number): string | undefined {
  if (random.happens(hostility / 5)) {
    return random.oneOf([
      '',
      '{',
      '[]',
      '"',
      '\u0000',
      `{"a":${'['.repeat(5000)}`,
      '9'.repeat(400),
      '{"a":1}{"b":2}',
    ]);
  }
  if (random.happens(hostility / 5)) return JSON.stringify(hostileValue(random));
  const value = body === undefined ? {} : valueFor(body, '', random, known);
  return JSON.stringify(random.happens(hostility) ? spoilt(value, random) : value);
}

const contentType = (random: Random, hostility: number): string =>
  random.happens(hostility / 6)
    ? random.oneOf(['text/plain', 'application/json; charset=latin1', 'application/xml', 'application/json;'])
    : 'application/json';

/** Of `/api/machines/{id}/retire` the machine: the action is the last segment. */
export const entityOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
