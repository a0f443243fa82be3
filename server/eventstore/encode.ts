import { AppendRefused, type ExpectedRevision, MAXIMUM_APPEND_BYTES, type NewEvent } from './port.ts';

/** An event whose data and metadata are JSON text already: made once, for the size check and for the disk. */
export interface EncodedEvent {
  id: string;
  type: string;
  data: string;
  metadata: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** `JSON.stringify` writes a surrogate without its partner as an escape, and nothing else that way. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;
const MOST_BYTES_PER_CODE_UNIT = 3;

/**
 * The checks that every adapter makes before it writes, and the JSON text of the events.
 *
 * @throws {AppendRefused} `tooLarge` when {@link appendBytes} is above {@link MAXIMUM_APPEND_BYTES}.
 * @throws {RangeError} for what only a mistake in the program can ask: no events, an id that is not a lower-case
 *   UUID, a reserved name (`$…`), text that is not well-formed Unicode (it has no canonical JSON).
 */
export function encodeAppend(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): EncodedEvent[] {
  if (events.length === 0) throw new RangeError('An append holds at least one event.');
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new RangeError(`${expected} is not a revision.`);
  }
  checkName('stream', stream);
  const encoded = new Array<EncodedEvent>(events.length);
  let codeUnits = 0;
  let index = 0;
  for (const event of events) {
    checkName('event type', event.type);
    if (!uuid.test(event.id))
      throw new RangeError(`The event id ${JSON.stringify(event.id)} is not a lower-case UUID.`);
    const data = JSON.stringify(event.data);
    const metadata = JSON.stringify(event.metadata);
    checkText(data);
    checkText(metadata);
    codeUnits += data.length + metadata.length + 2 * event.type.length;
    encoded[index++] = { id: event.id, type: event.type, data, metadata };
  }
  if (codeUnits * MOST_BYTES_PER_CODE_UNIT > MAXIMUM_APPEND_BYTES) checkSize(appendBytes(encoded));
  return encoded;
}

/**
 * What an append weighs: the UTF-8 bytes of data and metadata, and twice those of the type's name, as EventStoreDB
 * counts them.
 */
export function appendBytes(events: readonly EncodedEvent[]): number {
  let bytes = 0;
  for (const event of events) {
    bytes +=
      Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata) + 2 * Buffer.byteLength(event.type);
  }
  return bytes;
}

function checkSize(bytes: number): void {
  if (bytes <= MAXIMUM_APPEND_BYTES) return;
  throw new AppendRefused(
    'tooLarge',
    `The append holds ${bytes} bytes; at most ${MAXIMUM_APPEND_BYTES} fit into one.`,
  );
}

function checkName(kind: string, name: string): void {
  if (name === '') throw new RangeError(`The ${kind} has no name.`);
  if (name.charCodeAt(0) === 36)
    throw new RangeError(`The ${kind} "${name}" is reserved: $ belongs to the store.`);
  if (!name.isWellFormed()) throw new RangeError(`The name of the ${kind} is not well-formed Unicode.`);
}

function checkText(json: string): void {
  if (json.includes('\\ud') && loneSurrogate.test(json)) {
    throw new RangeError('An event holds text that is not well-formed Unicode.');
  }
}
