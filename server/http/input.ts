import { z } from 'zod';
import { HttpProblem } from './problem.ts';

type Mistakes = { path: string; message: string }[];

const MOST_MISTAKES = 20;
const LONGEST = 200;

/** Checks input against a schema. @throws {HttpProblem} invalid-request with every mistake and its place. */
export function checked(schema: z.ZodType, input: unknown, place: string): unknown {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new HttpProblem('invalid-request', undefined, { mistakes: mistakesOf(read.error, place) });
}

function mistakesOf(error: z.ZodError, place: string): Mistakes {
  return error.issues.slice(0, MOST_MISTAKES).map(({ path, message }) => ({
    path: shortened([place, ...path.map(String)].join('.')),
    message: shortened(message),
  }));
}

const shortened = (text: string): string =>
  (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`).toWellFormed();

/** A schema that refuses unknown fields, where it says nothing about them itself. */
export function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
}

/** The query as single texts. @throws {HttpProblem} invalid-request where one comes twice. */
export function queryOf(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(query, name)) {
      const mistakes = [{ path: shortened(`query.${name}`), message: 'comes twice' }];
      throw new HttpProblem('invalid-request', undefined, { mistakes });
    }
    Object.defineProperty(query, name, { value, enumerable: true, configurable: true });
  }
  return query;
}

/** For routes that take no query, no parameters, or no body. */
export const nothing = z.strictObject({});
