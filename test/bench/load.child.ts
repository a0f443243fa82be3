import { connect, type Socket } from 'node:net';
import { z } from 'zod';

// A process of its own that sends requests over kept connections, one at a time on each, as cheaply as can be.

/** What one connection shall send in the next round: whole requests, ready to be written. */
const order = z.strictObject({ port: z.int(), status: z.int(), connections: z.array(z.array(z.string())) });

interface Connection {
  send(requests: readonly Buffer[], status: number): Promise<void>;
}

const open = new Map<number, Connection[]>();
let next: { connection: Connection; requests: Buffer[]; status: number }[] = [];

process.on('message', async (message) => {
  if (message === 'go') {
    await Promise.all(next.map(({ connection, requests, status }) => connection.send(requests, status)));
    process.send?.('done');
    return;
  }
  const { port, status, connections } = order.parse(message);
  const kept = open.get(port) ?? (await Promise.all(connections.map(() => connectTo(port))));
  open.set(port, kept);
  next = connections.flatMap((requests, index) => {
    const connection = kept[index];
    return connection ? [{ connection, requests: requests.map((text) => Buffer.from(text)), status }] : [];
  });
  process.send?.('ready');
});

function connectTo(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(connectionOn(socket)));
    socket.once('error', reject);
  });
}

function connectionOn(socket: Socket): Connection {
  let received = '';
  let lastAnswer = '';
  let answered: (status: number) => void = () => {};
  socket.setEncoding('latin1');
  socket.on('close', () => {
    throw new Error('the server has closed a connection');
  });
  socket.on('data', (chunk: string) => {
    received += chunk;
    const body = received.indexOf('\r\n\r\n') + 4;
    if (body < 4) return;
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(received)?.[1];
    if (length === undefined) throw new Error(`an answer without its length: ${received}`);
    if (received.length < body + Number(length)) return;
    const status = Number(received.slice(9, 12));
    lastAnswer = received;
    received = '';
    answered(status);
  });
  return {
    send: (requests, expected) =>
      new Promise((resolve, reject) => {
        let index = 0;
        const sendNext = () => {
          const request = requests[index++];
          if (request === undefined) resolve();
          else socket.write(request);
        };
        answered = (status) => {
          if (status === expected) sendNext();
          else reject(new Error(`an answer ${status}: ${lastAnswer}`));
        };
        sendNext();
      }),
  };
}
