import { z } from 'zod';
import { type JsonSchema, jsonSchema } from './values.ts';

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: jsonSchema,
});

const content = z.record(z.string(), z.object({ schema: jsonSchema.optional() }));

const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(parameter),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional(), $ref: z.string().optional() })),
});

const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** One operation of the API's own document. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: z.infer<typeof parameter>[];
  body: JsonSchema | undefined;
  /** Statuses and media types of good answers. */
  answers: Map<number, string[]>;
}

export function operationsOf(description: unknown): Operation[] {
  return Object.entries(document.parse(description).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody, responses }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content['application/json']?.schema,
      answers: new Map(
        Object.entries(responses).flatMap(([status, answer]) =>
          /^[23]/.test(status) || answer.content !== undefined
            ? [[Number(status), Object.keys(answer.content ?? {})] as const]
            : [],
        ),
      ),
    })),
  );
}
