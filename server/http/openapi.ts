import { z } from 'zod';
import { problem } from '../../shared/problem.ts';
import { nothing } from './input.ts';
import { PROBLEMS } from './problem.ts';
import type { RawRoute } from './rawRoute.ts';
import type { AnyRoute } from './route.ts';

type Json = Record<string, unknown>;

/** Makes JSON Schema of a zod schema. */
type Describe = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** The OpenAPI 3.1 document of the routes, made from their own schemas. */
export function openApiOf(routes: readonly (AnyRoute | RawRoute)[], version: string): Json {
  const paths: Record<string, Json> = {};
  const shared: Json = {};
  const describe = describing(shared);
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method] = operation(route, describe);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Commonwright',
      version,
      description: DESCRIPTION,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: describe(problem, 'output'), ...shared },
      responses: {
        Problem: {
          description: `A problem (RFC 9457). Its \`type\` is one of: ${Object.keys(PROBLEMS)
            .map((kind) => `/problems/${kind}`)
            .join(', ')}.`,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'commonwright.session_token',
          description: 'Set by signing in; over HTTPS its name begins with `__Secure-`.',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, within its scopes and its workshop.',
        },
        device: {
          type: 'http',
          scheme: 'bearer',
          description: 'The key of a reader (`cwr_…`) or of a paired kiosk (`cwt_…`), in its workshop.',
        },
      },
    },
  };
}

const DESCRIPTION = [
  'Commands carry a UUID of their own in `Idempotency-Key`: sending one again is safe. What changes an existing',
  'thing names the revision that was read in `If-Match`. Ids are UUIDs, instants ISO 8601 with their offset.',
].join(' ');

function operation(route: AnyRoute | RawRoute, describe: Describe): Json {
  const body =
    'respond' in route ? route.body : (route.body ?? (route.method === 'get' ? undefined : nothing));
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [route.tag],
    security: securityOf(route),
    parameters: parametersOf(route, describe),
    ...requestBodyOf(route, body, describe),
    responses: responsesOf(route, describe),
  };
}

function requestBodyOf(route: AnyRoute | RawRoute, body: z.ZodType | undefined, describe: Describe): Json {
  const other = 'consumes' in route ? route.consumes : undefined;
  if (other !== undefined) return { requestBody: { required: true, content: contentOf(other) } };
  if (body === undefined) return {};
  return { requestBody: { content: { 'application/json': { schema: describe(body, 'input') } } } };
}

const contentOf = (types: readonly string[]): Json => Object.fromEntries(types.map((type) => [type, {}]));

function operationIdOf({ method, path }: { method: string; path: string }): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'api');
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function securityOf({ access, scopes }: AnyRoute | RawRoute): Json[] {
  if (access === 'reader' || access === 'kiosk') return [{ device: [] }];
  const ways: Json[] = [{ session: [] }];
  if (scopes !== undefined) ways.push({ key: [] });
  return access === 'public' ? [{}, ...ways] : ways;
}

function parametersOf(route: AnyRoute | RawRoute, describe: Describe): Json[] {
  const parameters: Json[] = [];
  const params = propertiesOf(route.params, describe);
  for (const [, name = ''] of route.path.matchAll(/\{(\w+)\}/g)) {
    parameters.push({
      name,
      in: 'path',
      required: true,
      schema: params.properties[name] ?? { type: 'string' },
    });
  }
  const query = propertiesOf(route.query, describe);
  for (const [name, schema] of Object.entries(query.properties)) {
    parameters.push({ name, in: 'query', required: query.required.includes(name), schema });
  }
  if ('command' in route && route.command === true) {
    parameters.push(
      { name: 'dryRun', in: 'query', required: false, schema: { type: 'string', enum: ['true', 'false'] } },
      { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
    );
  }
  if ('ifMatch' in route && route.ifMatch === true) {
    const schema = { type: 'string', pattern: '^"(0|[1-9][0-9]*)"$' };
    parameters.push({ name: 'If-Match', in: 'header', required: true, schema });
  }
  return parameters;
}

function responsesOf(route: AnyRoute | RawRoute, describe: Describe): Json {
  const problem = { $ref: '#/components/responses/Problem' };
  if ('respond' in route) {
    const good = { description: 'Good', content: contentOf([route.produces].flat()) };
    return {
      ...Object.fromEntries((route.statuses ?? [200]).map((status) => [status, good])),
      default: problem,
    };
  }
  const good = {
    description: route.command ? 'Accepted by all rules' : 'Good',
    headers: {
      ETag: { description: 'Revision of the entity, where it has one', schema: { type: 'string' } },
    },
    content: { 'application/json': { schema: describe(route.reply, 'output') } },
  };
  const made = { ...good, description: 'Made' };
  if (!route.command)
    return { 200: good, ...(route.method === 'post' ? { 201: made } : {}), default: problem };
  const later = { ...good, description: 'In the log for good; the pages show it in a moment' };
  return { 200: good, 201: made, 202: later, 409: problem, default: problem };
}

function propertiesOf(
  schema: z.ZodType | undefined,
  describe: Describe,
): {
  properties: Record<string, unknown>;
  required: string[];
} {
  if (schema === undefined) return { properties: {}, required: [] };
  const { properties = {}, required = [] } = describe(schema, 'input');
  return {
    properties: isRecord(properties) ? properties : {},
    required: Array.isArray(required) ? required.map(String) : [],
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Schemas that speak of themselves are put into `shared`, where the whole document can refer to them. */
function describing(shared: Json): Describe {
  return (schema, io) => {
    const {
      $schema: _,
      '~standard': __,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    const names = new Map(
      Object.keys($defs).map((name, index) => [name, `Shared${Object.keys(shared).length + index}`]),
    );
    const moved = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value).replaceAll(/"#\/\$defs\/([^"]+)"/g, (found, name) =>
          names.has(name) ? `"#/components/schemas/${names.get(name)}"` : found,
        ),
      );
    for (const [name, definition] of Object.entries($defs))
      shared[names.get(name) ?? name] = moved(definition);
    const described = moved(rest);
    return isRecord(described) ? described : {};
  };
}
