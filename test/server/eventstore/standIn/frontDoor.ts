import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The port that clients see, in front of the gRPC server's own: connections can be broken or held here as a network
 * or a dying machine does it, and the port stays the same when the server behind it is restarted.
 */
export class FrontDoor {
  readonly #pairs = new Set<[Socket, Socket]>();
  #server: Server | undefined;
  #held = false;

  /** @param port 0 takes any free one. */
  async open(port: number, behind: number): Promise<number> {
    const server = createServer((outside) => this.#join(outside, connect(behind, '127.0.0.1')));
    this.#server = server;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  #join(outside: Socket, inside: Socket): void {
    const pair: [Socket, Socket] = [outside, inside];
    this.#pairs.add(pair);
    const part = () => {
      this.#pairs.delete(pair);
      outside.destroy();
      inside.destroy();
    };
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', part);
      socket.on('close', part);
    }
    outside.pipe(inside);
    inside.pipe(outside);
    if (this.#held) this.#hold(pair);
  }

  /** Breaks every connection at once, with a reset and not a farewell. */
  reset(): void {
    for (const [outside, inside] of this.#pairs) {
      outside.resetAndDestroy();
      inside.destroy();
    }
    this.#pairs.clear();
  }

  /** Holds all traffic in both directions, connections open, until {@link release}: a stopped process, a lost cable. */
  hold(): void {
    this.#held = true;
    for (const pair of this.#pairs) this.#hold(pair);
  }

  release(): void {
    this.#held = false;
    for (const [outside, inside] of this.#pairs) {
      outside.pipe(inside);
      inside.pipe(outside);
    }
  }

  #hold([outside, inside]: [Socket, Socket]): void {
    outside.unpipe(inside).pause();
    inside.unpipe(outside).pause();
  }

  async close(): Promise<void> {
    this.reset();
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }
}
