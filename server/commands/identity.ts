import { createHash, hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from './definition.ts';

/** Name-based UUID, version 5 (RFC 9562, section 5.5). `namespace` is itself a UUID. */
export function uuidv5(name: string, namespace: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The actor as events name it (see `actorName` in shared/event.ts). */
export function nameOfActor(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return `member:${actor.memberId}`;
    case 'operator':
      return 'operator';
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

/** The same key from the actor's name as events hold it. */
export function keyOfNamed(actorName: string, commandId: string): string {
  return uuidv5(actorName, commandId);
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
