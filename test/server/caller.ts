import { randomUUID } from 'node:crypto';

export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed JSON; undefined where it is none. */
  body: unknown;
  text: string;
}

export interface Sending {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface CommandSending {
  method?: 'POST' | 'PUT' | 'DELETE';
  /** Default a fresh one. */
  commandId?: string;
  /** A revision; it is put into quotes. */
  ifMatch?: number;
  dryRun?: boolean;
}

/** Somebody who speaks HTTP with the program, as a browser on its own pages does. */
export interface Caller {
  /** What is sent with every request (cookie or key). */
  credentials: Record<string, string>;
  send(path: string, sending?: Sending): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  /** With an `Idempotency-Key`. */
  command(path: string, body: unknown, sending?: CommandSending): Promise<Reply>;
}

/** @param origin of the pages, which browsers send along. */
export function caller(base: string, origin: string, credentials: Record<string, string> = {}): Caller {
  const send = async (path: string, { method = 'GET', body, headers = {} }: Sending = {}): Promise<Reply> => {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...credentials,
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text), text };
  };
  return {
    credentials,
    send,
    get: (path) => send(path),
    post: (path, body) => send(path, { method: 'POST', body }),
    put: (path, body) => send(path, { method: 'PUT', body }),
    command: (path, body, { method = 'POST', commandId = randomUUID(), ifMatch, dryRun } = {}) =>
      send(dryRun ? `${path}?dryRun=true` : path, {
        method,
        body,
        headers: {
          'idempotency-key': commandId,
          ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        },
      }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
