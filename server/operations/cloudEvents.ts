import { z } from 'zod';
import { actorName, type JsonObject } from '../../shared/event.ts';
import type { RecordedEvent } from '../eventstore/port.ts';

/**
 * An event as CloudEvents 1.0 in its JSON format. `source` and `id` name it, `subject` is its stream; the rest of what
 * the log knows stands in extension attributes.
 */
export interface CloudEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  /** When it was decided. */
  time: string;
  datacontenttype: 'application/json';
  /** Revision within its stream, from 0. */
  streamrevision: number;
  /** Place in the whole log, from 1, padded with zeros so that it sorts as text. */
  sequence: string;
  actor: string;
  commandid: string;
  commandhash: string;
  /** Version of the event type. */
  typeversion: number;
  data: JsonObject;
}

const SOURCE = 'urn:commonwright:stream:';
const SEQUENCE_DIGITS = 12;
/** An Integer of CloudEvents has 32 bits. */
const integer = z.int().max(2 ** 31 - 1);
/** Text as CloudEvents allows it: well-formed, without control characters and noncharacters. */
const text = z
  .string()
  .min(1)
  .refine((value) => value.isWellFormed() && !/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value));

const cloudEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.uuid().regex(/^[^A-Z]*$/, 'must be in lower case'),
  source: z.string(),
  type: text,
  subject: text,
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  streamrevision: integer.min(0),
  sequence: z.string().regex(/^\d{12}$/),
  actor: actorName,
  commandid: z.uuid(),
  commandhash: z.string().regex(/^[0-9a-f]{64}$/),
  typeversion: integer.min(1),
  data: z.custom<JsonObject>(isObject, 'must be an object'),
});

/** @param index place in the whole log, from 1. @throws {RangeError} for an event that CloudEvents cannot say. */
export function toCloudEvent(event: RecordedEvent, index: number): CloudEvent {
  const { id, stream, revision, type, data, metadata } = event;
  const { at, actor, commandId, commandHash, version, ...rest } = metadata;
  const told: CloudEvent = {
    specversion: '1.0',
    id,
    source: sourceOf(stream),
    type,
    subject: stream,
    time: at,
    datacontenttype: 'application/json',
    streamrevision: revision,
    sequence: String(index).padStart(SEQUENCE_DIGITS, '0'),
    actor,
    commandid: commandId,
    commandhash: commandHash,
    typeversion: version,
    data,
  };
  const read = cloudEvent.safeParse(told);
  if (!read.success || Object.keys(rest).length > 0) {
    const why = read.success ? 'its metadata holds more' : sentenceOf(read.error);
    throw new RangeError(`${stream}@${revision} (${id}) cannot be told as a CloudEvent: ${why}.`);
  }
  return told;
}

/**
 * Reads one line of an export. `position` is its place in the log.
 * @param index the place that is due. @returns the event, or what is wrong as a part of a sentence.
 */
export function fromCloudEvent(line: string, index: number): RecordedEvent | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is no JSON';
  }
  const read = cloudEvent.safeParse(value);
  if (!read.success) return sentenceOf(read.error);
  const { id, source, type, subject: stream, time, streamrevision, sequence, data, ...rest } = read.data;
  if (source !== sourceOf(stream)) return 'its source is not that of its subject';
  if (Number(sequence) !== index) return `its sequence is ${Number(sequence)}, where ${index} is due`;
  return {
    id,
    stream,
    revision: streamrevision,
    position: BigInt(index),
    type,
    data,
    metadata: {
      at: time,
      actor: rest.actor,
      commandId: rest.commandid,
      commandHash: rest.commandhash,
      version: rest.typeversion,
    },
  };
}

const sourceOf = (stream: string): string => `${SOURCE}${encodeURIComponent(stream)}`;

const sentenceOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ');

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
