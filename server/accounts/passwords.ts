import { argon2, timingSafeEqual } from 'node:crypto';
import type { Chance } from './chance.ts';
import { requestScope } from './requestScope.ts';
import { AccountsUnavailable } from './unavailable.ts';

/** Argon2id as OWASP's password storage sheet advises: 19 MiB, two passes, one lane. Memory in KiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
/** Hashes at the same time: each takes its memory and one of the runtime's four worker threads. */
const MAXIMUM_CONCURRENT = 2;
const MAXIMUM_WAITING = 100;

export interface Passwords {
  /** The password as a PHC string (`$argon2id$v=19$m=…`). @throws {AccountsUnavailable} too many wait already. */
  hash(password: string): Promise<string>;
  verify(given: { password: string; hash: string }): Promise<boolean>;
}

/** Hashes passwords, a few at a time, so that a storm of sign-ins neither eats the memory nor starves files. */
export function passwordsOf(chance: Chance): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= MAXIMUM_CONCURRENT) {
      if (waiting.length >= MAXIMUM_WAITING) throw tooMany();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
  return {
    hash: async (password) => {
      const ahead = requestScope.getStore()?.hashedAhead.get(password);
      if (ahead !== undefined) return ahead;
      const nonce = chance.bytes(16);
      const tag = await inTurn(() => derive(password, nonce, COST));
      const { memory, passes, parallelism } = COST;
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
    },
    verify: async ({ password, hash }) => {
      const parsed = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
        hash,
      );
      if (!parsed) return false;
      const expected = Buffer.from(parsed[5] ?? '', 'base64');
      const cost = {
        memory: Number(parsed[1]),
        passes: Number(parsed[2]),
        parallelism: Number(parsed[3]),
        tagLength: expected.length,
      };
      const tag = await inTurn(() => derive(password, Buffer.from(parsed[4] ?? '', 'base64'), cost));
      return timingSafeEqual(tag, expected);
    },
  };
}

function tooMany(): AccountsUnavailable {
  const error = new AccountsUnavailable(
    'busy',
    new Error(`${MAXIMUM_WAITING} passwords wait to be checked.`),
  );
  const scope = requestScope.getStore();
  if (scope) scope.unavailable = error;
  return error;
}

interface Cost {
  memory: number;
  passes: number;
  parallelism: number;
  tagLength: number;
}

function derive(password: string, nonce: Uint8Array, cost: Cost): Promise<Buffer> {
  // The same characters typed on another keyboard may arrive decomposed.
  const message = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, ...cost }, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

/** PHC strings carry base64 without its padding. */
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
