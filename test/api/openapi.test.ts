import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemKind } from '../../shared/problem.ts';
import { sharedApplication } from './shared.ts';

const running = sharedApplication();
type Json = Record<string, unknown>;
const record = z.record(z.string(), z.unknown());
let document: Json;

beforeAll(async () => {
  document = record.parse((await running().nobody.get('/api/openapi.json')).body);
});

/** Every object within a value, with its place. */
function* objectsIn(value: unknown, place = '#'): Generator<[string, Json]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* objectsIn(item, `${place}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    const object = record.parse(value);
    yield [place, object];
    for (const [name, inner] of Object.entries(object)) {
      yield* objectsIn(inner, `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
}

const operations = () =>
  Object.entries(record.parse(document.paths)).flatMap(([path, methods]) =>
    Object.entries(record.parse(methods)).map(([method, operation]) => ({
      path,
      method,
      operation: record.parse(operation),
    })),
  );

describe('the description of the API', () => {
  it('is OpenAPI 3.1 by its outline', () => {
    const outline = z.object({
      openapi: z.literal('3.1.0'),
      info: z.object({ title: z.string(), version: z.string(), license: z.object({ name: z.string() }) }),
      paths: z.record(z.string().startsWith('/'), record),
      components: z.object({ securitySchemes: z.record(z.string(), z.object({ type: z.string() })) }),
    });
    expect(outline.safeParse(document).error).toBeUndefined();
  });

  it('gives every operation a name of its own, a summary, and answers for good and bad', () => {
    const shape = z.object({
      operationId: z.string().regex(/^[A-Za-z]+$/),
      summary: z.string().min(5),
      responses: z.object({ default: z.object({ $ref: z.literal('#/components/responses/Problem') }) }),
    });
    for (const { operation } of operations()) expect(shape.safeParse(operation).error).toBeUndefined();
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names every parameter of a path, and no other', () => {
    const parameters = z.array(
      z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: record }),
    );
    for (const { path, method, operation } of operations()) {
      const named = parameters.parse(operation.parameters).filter((one) => one.in === 'path');
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(named.map(({ name }) => name).sort(), `${method} ${path}`).toEqual(inPath.sort());
      expect(named.every(({ required }) => required)).toBe(true);
    }
  });

  it('refers only to what it holds', () => {
    const places = new Set([...objectsIn(document)].map(([place]) => place));
    for (const [place, { $ref }] of objectsIn(document)) {
      if (typeof $ref === 'string') expect(places.has($ref), `${place} → ${$ref}`).toBe(true);
    }
  });

  it('describes bodies and answers in JSON Schema', () => {
    const types = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'];
    for (const [place, { type }] of objectsIn(document.paths)) {
      if (!/\/schema(\/|$)/.test(place) || /\/(properties|patternProperties)$/.test(place)) continue;
      if (type === undefined) continue;
      for (const one of [type].flat()) expect(types, place).toContain(one);
    }
  });

  it('refuses unknown fields in every body', () => {
    for (const { path, method, operation } of operations()) {
      if (operation.requestBody === undefined || path.startsWith('/api/auth/passkey/')) continue;
      const { content } = z
        .object({ content: z.record(z.string(), z.object({ schema: record.optional() })) })
        .parse(operation.requestBody);
      const json = content['application/json'];
      // A file is its body, as it is.
      if (json === undefined && (path === '/api/files' || path.endsWith('/chunks'))) continue;
      // A body of several kinds says so of each.
      const kinds = z.array(record).safeParse(json?.schema?.oneOf).data ?? [json?.schema];
      for (const schema of kinds) expect(schema?.additionalProperties, `${method} ${path}`).toBe(false);
    }
  });

  it('says what a command needs', () => {
    const booking = operations().find(({ path }) => path.endsWith('/bookings/{bookingId}/move'));
    const names = z.array(z.object({ name: z.string() })).parse(booking?.operation.parameters);
    expect(names.map(({ name }) => name)).toEqual([
      'machineId',
      'bookingId',
      'dryRun',
      'Idempotency-Key',
      'If-Match',
    ]);
  });

  it('explains every type of problem where the type points', async () => {
    for (const kind of problemKind.options) {
      const reply = await running().nobody.get(`/problems/${kind}`);
      expect(reply.status).toBe(200);
      expect(record.parse(reply.body).type).toBe(`/problems/${kind}`);
    }
  });
});
