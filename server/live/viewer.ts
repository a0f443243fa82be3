import type { Writable } from 'node:stream';

/** Bytes that may wait for a slow line; then it is cut, and the browser comes back by itself. */
const MOST_WAITING_BYTES = 64 * 1024;

/** One open stream of server-sent events. */
export class Viewer {
  readonly #response: Writable;
  readonly mayRead: (stream: string) => boolean;
  /** Whether the session or key behind it still stands. */
  readonly isStillIn: () => Promise<boolean>;

  constructor(response: Writable, mayRead: (stream: string) => boolean, isStillIn: () => Promise<boolean>) {
    this.#response = response;
    this.mayRead = mayRead;
    this.isStillIn = isStillIn;
  }

  /** Tells which topics moved; those that the viewer may not read are left out, and so is an event without any. */
  change(position: bigint, streams: Iterable<string>): void {
    const topics: string[] = [];
    for (const stream of streams) if (this.mayRead(stream)) topics.push(stream);
    if (topics.length > 0) this.#event('change', position, { position: String(position), topics });
  }

  /** Too much was missed: everything has to be fetched again. */
  gap(position: bigint): void {
    this.#event('gap', position, { position: String(position) });
  }

  /** Keeps the line open, and lets the browser know how far it has come. */
  heartbeat(position: bigint): void {
    this.#write(`: still here\nid: ${position}\n\n`);
  }

  close(): void {
    this.#response.end();
  }

  #event(name: string, position: bigint, data: object): void {
    this.#write(`event: ${name}\nid: ${position}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    if (this.#response.writableEnded || this.#response.destroyed) return;
    this.#response.write(text);
    if (this.#response.writableLength > MOST_WAITING_BYTES) this.#response.destroy();
  }
}
