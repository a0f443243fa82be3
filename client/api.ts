import type { z } from 'zod';
import { type CommandReply, commandReply, dryRunReply } from '../shared/commandReply.ts';
import { locale } from './catalogue/text.ts';
import { CommandIds } from './commandIds.ts';
import { online } from './connection.ts';
import { outcomeUnknown, problemFrom, RequestFailed } from './problem.ts';
import { randomId } from './randomId.ts';
import { hearTime } from './serverClock.ts';

export type CommandMethod = 'post' | 'put' | 'delete';

export interface CommandOptions {
  /** Revision of the entity that the person looked at. */
  ifMatch?: number | string | null;
  /** Given only to repeat a certain command; otherwise the id is chosen and kept over retries. */
  commandId?: string;
}

/** Waits before a command whose outcome is unknown is sent again, milliseconds. */
const RETRY_AFTER = [400, 1600, 4000];
const commandIds = new CommandIds(randomId);
const contentOf = (method: string, path: string, body: unknown, ifMatch: CommandOptions['ifMatch']) =>
  JSON.stringify([method, path, body ?? {}, ifMatch ?? null]);

/** Sentences of the server come in the language of the page. */
const told = () => ({ accept: 'application/json', 'accept-language': locale });
const underWay = new Map<string, Promise<unknown>>();

let credentials: RequestCredentials = 'same-origin';

/** Whether whoever is signed in here shows it with what is asked. */
export const credentialsHere = () => credentials;

/** For a page that stands in another site's: whoever is signed in here is nobody there. */
export function askAsNobody(): void {
  credentials = 'omit';
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(path, { credentials, ...init });
    online.value = true;
    hearTime(response);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    online.value = false;
    throw new RequestFailed('offline', 0);
  }
}

/** What is longer is checked in a task of its own: the page may draw and listen first. Characters. */
const LONG = 500_000;

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw new RequestFailed('offline', 0);
  });
  if (text === '') return null;
  const body = parsed(text, response.status);
  if (text.length > LONG) await pause(0);
  return body;
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestFailed('unreadable', status);
  }
}

async function answer<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!response.ok) throw problemFrom(response.status, await bodyOf(response).catch(() => null));
  const read = schema.safeParse(await bodyOf(response));
  if (!read.success) throw new RequestFailed('unreadable', response.status, { detail: read.error.message });
  return read.data;
}

/** Reads a view. Throws `RequestFailed`, or the `AbortError` of the given signal. */
export async function get<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: { signal?: AbortSignal } = {},
): Promise<z.output<Schema>> {
  const read = await answer(await send(path, { headers: told(), signal: options.signal ?? null }), schema);
  options.signal?.throwIfAborted();
  return read;
}

/** A request that is no command of the log (accounts, passkeys, keys). Sent once, never repeated. */
export async function post<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>> {
  const headers = { ...told(), 'content-type': 'application/json' };
  return answer(await send(path, { method: 'POST', headers, body: JSON.stringify(body) }), schema);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function carryOut<Schema extends z.ZodType>(
  method: CommandMethod,
  path: string,
  body: unknown,
  schema: Schema,
  options: CommandOptions,
): Promise<z.output<Schema>> {
  const content = contentOf(method, path, body, options.ifMatch);
  const headers: Record<string, string> = {
    ...told(),
    'content-type': 'application/json',
    'idempotency-key': options.commandId ?? commandIds.idFor(content),
  };
  if (options.ifMatch != null) headers['if-match'] = `"${String(options.ifMatch).replaceAll('"', '')}"`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const init = { method: method.toUpperCase(), headers, body: JSON.stringify(body ?? {}) };
      const reply = await answer(await send(path, init), schema);
      commandIds.settle(content);
      return reply;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (!outcomeUnknown(error)) {
        commandIds.settle(content);
        throw error;
      }
      const wait = RETRY_AFTER[attempt];
      if (wait === undefined || !navigator.onLine) throw error;
      await pause(wait);
    }
  }
}

/**
 * Gives a command whose reply has a shape of its own. The same command given twice while the first is under way is
 * sent once; a repeat after a lost connection carries the same id.
 */
export function commandWith<Schema extends z.ZodType>(
  method: CommandMethod,
  path: string,
  body: unknown,
  schema: Schema,
  options: CommandOptions = {},
): Promise<z.output<Schema>> {
  const content = contentOf(method, path, body, options.ifMatch);
  const running = underWay.get(content);
  if (running) return running.then((reply) => schema.parse(reply));
  const promise = carryOut(method, path, body, schema, options).finally(() => underWay.delete(content));
  underWay.set(content, promise);
  return promise;
}

/** Gives a command of the log. Throws `RequestFailed`; a refusal is one with `kind: 'refused'`. */
export function command(
  method: CommandMethod,
  path: string,
  body: unknown,
  options: CommandOptions = {},
): Promise<CommandReply> {
  return commandWith(method, path, body, commandReply, options);
}

/** The id that this command has, or will have when it is first given. */
export const commandIdFor = (method: CommandMethod, path: string, body: unknown, options: CommandOptions) =>
  commandIds.idFor(contentOf(method, path, body, options.ifMatch));

/** The command is somebody else's affair from now on: the same content given again is a new command. */
export const letGo = (method: CommandMethod, path: string, body: unknown, options: CommandOptions) =>
  commandIds.settle(contentOf(method, path, body, options.ifMatch));

/** Asks what stands against a command, without giving it. Answers when nothing does; else throws as `command` does. */
export async function tryOut(
  method: CommandMethod,
  path: string,
  body: unknown,
  options: Pick<CommandOptions, 'ifMatch'> = {},
): Promise<void> {
  const separator = path.includes('?') ? '&' : '?';
  await carryOut(method, `${path}${separator}dryRun=true`, body, dryRunReply, options);
}
