import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from './definition.ts';

const NAMESPACE_BYTES = 16;
const VARIANT = '89ab';

/** Name-based UUID, version 5 (RFC 9562, section 5.5). `namespace` is itself a UUID. */
export function uuidv5(name: string, namespace: string): string {
  const bytes = Buffer.alloc(NAMESPACE_BYTES + Buffer.byteLength(name));
  bytes.write(namespace.replaceAll('-', ''), 'hex');
  bytes.write(name, NAMESPACE_BYTES);
  const hex = hash('sha1', bytes);
  const variant = VARIANT.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The actor as events name it (see `actorName` in shared/event.ts). */
export function nameOfActor(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return `member:${actor.memberId}`;
    case 'nobody':
    case 'operator':
      return actor.kind;
    case 'reaction':
    case 'timer':
      return `${actor.kind}:${actor.name}`;
  }
}

/**
 * The idempotency key: actor and commandId together. Folding the actor in means that nobody can meet, or block,
 * somebody else's command by guessing its id.
 */
export function commandKey(actor: Actor, commandId: string): string {
  return keyOfNamed(nameOfActor(actor), commandId);
}

/** Keys that were asked for last: a command's is needed by its route, its stream and the views within milliseconds. */
let recentKeys = new Map<string, { actorName: string; key: string }>();
let keysBefore = recentKeys;
const MAXIMUM_RECENT_KEYS = 1_000;

/** The same key from the actor's name as events hold it. */
export function keyOfNamed(actorName: string, commandId: string): string {
  const known = recentKeys.get(commandId) ?? keysBefore.get(commandId);
  if (known?.actorName === actorName) return known.key;
  const key = uuidv5(actorName, commandId);
  if (recentKeys.size >= MAXIMUM_RECENT_KEYS) {
    keysBefore = recentKeys;
    recentKeys = new Map();
  }
  recentKeys.set(commandId, { actorName, key });
  return key;
}

/** Id of the event at `index` among those of one command: a retry writes the very same ids. */
export function eventId(key: string, index: number): string {
  return uuidv5(String(index), key);
}

/** Id of something that a command makes, so that its repetition meets the same stream: `derivedId(key, 'booking')`. */
export function derivedId(key: string, name: string): string {
  return uuidv5(name, key);
}

/** SHA-256 (hex) over the RFC 8785 JSON of a command's type and content; free texts are not in it. */
export function hashOfCommand(type: string, command: unknown): string {
  return hash('sha256', `${type}\n${canonicalize(command) ?? ''}`);
}
