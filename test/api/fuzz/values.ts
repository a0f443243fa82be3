import { z } from 'zod';
import type { Random } from './random.ts';

/** As much of JSON Schema as the document of the API uses. */
export interface JsonSchema {
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  /** Of a row of a fixed length: what stands at each place, and nothing more (`false`). */
  prefixItems?: JsonSchema[] | undefined;
  items?: JsonSchema | false | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
}

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    prefixItems: z.array(jsonSchema).optional(),
    items: z.union([jsonSchema, z.literal(false)]).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
);

/** What stands in this program already, by the name under which it is asked for. */
export type Known = Record<string, readonly string[]>;

export const HOSTILE_TEXTS = [
  '',
  ' ',
  'x'.repeat(10_000),
  '\u0000',
  '🪚🧵👩🏽‍🏭',
  'מחרטה \u202egnp.exe',
  '<script>alert(1)</script>',
  "'; drop table bookings; --",
  '../../../../etc/passwd',
  '..\\..\\windows',
  '%00%2e%2e%2f',
  '{"$ne":null}',
  'null',
  'NaN',
  '-1',
  '1e309',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026-02-30',
  '\ud800',
  'constructor',
  '__proto__',
  'Europe/Atlantis',
] as const;

const WELL_FORMED = [
  '18:30',
  '24:00',
  '07:05',
  'Europe/Berlin',
  'Australia/Hobart',
  'Riverside',
  'A reason',
  'en',
  'session-token',
  '12',
] as const;

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -1e-7,
  [],
  {},
  [[]],
  { toString: 1 },
  ...HOSTILE_TEXTS,
];

export const hostileValue = (random: Random): unknown => random.oneOf(HOSTILE_VALUES);

/** A value that fits the schema, mostly; `name` is the field's, so that ids of things that exist are found. */
export function valueFor(schema: JsonSchema, name: string, random: Random, known: Known): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.oneOf(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return valueFor(random.oneOf(choices), name, random, known);
  switch (Array.isArray(schema.type) ? random.oneOf(schema.type) : schema.type) {
    case 'object':
      return objectFor(schema, random, known);
    case 'array':
      if (schema.prefixItems) return schema.prefixItems.map((each) => valueFor(each, name, random, known));
      return Array.from({ length: random.below(3) }, () => valueFor(schema.items || {}, name, random, known));
    case 'integer':
    case 'number':
      return numberFor(schema, name, random, known);
    case 'boolean':
      return random.happens(0.5);
    case 'null':
      return null;
    default:
      return textFor(schema, name, random, known);
  }
}

function objectFor({ properties = {}, required = [] }: JsonSchema, random: Random, known: Known): object {
  const object: Record<string, unknown> = {};
  const instants = [random.below(40), 1 + random.below(8)];
  for (const [name, schema] of Object.entries(properties)) {
    if (!required.includes(name) && random.happens(0.4)) continue;
    object[name] = valueFor(schema, name, random, known);
  }
  // Most intervals would be upside down otherwise.
  const [first = 0, length = 1] = instants;
  if (typeof object.start === 'string' && typeof object.end === 'string' && random.happens(0.9)) {
    object.start = hoursFromNow(24 + first);
    object.end = hoursFromNow(24 + first + length);
  }
  return object;
}

function numberFor(
  { type, minimum = 0, maximum = 100 }: JsonSchema,
  name: string,
  random: Random,
  known: Known,
): number {
  const here = known[name];
  if (here !== undefined && random.happens(0.85)) return Number(random.oneOf(here));
  const within =
    Math.max(minimum, -1000) + random.next() * (Math.min(maximum, 1000) - Math.max(minimum, -1000));
  return type === 'integer' ? Math.round(within) : within;
}

function textFor({ format, pattern }: JsonSchema, name: string, random: Random, known: Known): string {
  const here = known[name];
  if (here !== undefined && here.length > 0 && random.happens(0.85)) return random.oneOf(here);
  if (format === 'uuid')
    return random.happens(0.5) ? random.oneOf(Object.values(known).flat()) : random.uuid();
  if (format === 'date-time') return hoursFromNow(random.below(200) - 20);
  if (format === 'date') return hoursFromNow(random.below(200) - 20).slice(0, 10);
  if (format === 'email') return `somebody.${random.below(1e9)}@example.org`;
  if (pattern !== undefined) {
    const fitting = WELL_FORMED.filter((text) => new RegExp(pattern, 'u').test(text));
    if (fitting.length > 0) return random.oneOf(fitting);
  }
  return random.oneOf(WELL_FORMED);
}

const hoursFromNow = (hours: number): string =>
  new Date(Math.floor(Date.now() / 3_600_000 + hours) * 3_600_000).toISOString();

/** Spoils one place of a value: another type, a hostile text, a field too many or one too few. */
export function spoilt(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.happens(0.15)) return hostileValue(random);
  if (Array.isArray(value)) return [...value, hostileValue(random)];
  const copy: Record<string, unknown> = { ...value };
  const names = Object.keys(copy);
  if (names.length === 0 || random.happens(0.25)) {
    const name = random.oneOf(['extra', 'constructor', 'memberId', 'at', 'x'.repeat(3000)]);
    return { ...copy, [name]: hostileValue(random) };
  }
  const name = random.oneOf(names);
  if (random.happens(0.2)) delete copy[name];
  else copy[name] = spoilt(copy[name], random);
  return copy;
}
