import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { HttpProblem } from './problem.ts';
import { sendJson, sendProblem } from './send.ts';

export interface Listening {
  server: Server;
  port: number;
  /** Hands requests to the program; until then all but `/healthz` is told that it is starting. */
  serve(listener: RequestListener): void;
  /** Takes no more requests, and resolves when those taken are answered, or are cut after `patienceMilliseconds`. */
  close(patienceMilliseconds: number): Promise<void>;
}

const MAXIMUM_HEADER_BYTES = 16_384;

/** Listens at once, so that health is told from the first moment and a free port is known before it is needed. */
export async function listen(port: number, host: string): Promise<Listening> {
  const server = createServer({
    maxHeaderSize: MAXIMUM_HEADER_BYTES,
    // A missing Host is answered by us, as a problem.
    requireHostHeader: false,
    headersTimeout: 20_000,
    // A manual over a slow network takes minutes.
    requestTimeout: 300_000,
    keepAliveTimeout: 65_000,
    noDelay: true,
  });
  let listener: RequestListener = starting;
  let closing = false;
  const underWay = new Set<ServerResponse>();
  const take: RequestListener = (request, response) => {
    if (closing) response.setHeader('Connection', 'close');
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    listener(request, response);
  };
  server.on('request', take);
  server.on('checkExpectation', take);
  server.on('clientError', unreadable);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address !== null ? address.port : port,
    serve: (next) => {
      listener = next;
    },
    close: (patienceMilliseconds) => {
      closing = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('Connection', 'close');
      return closed(server, patienceMilliseconds);
    },
  };
}

const starting: RequestListener = (request, response) => {
  if (request.url === '/healthz') sendJson(response, 200, { alive: true });
  else
    sendProblem(
      response,
      new HttpProblem('starting', undefined, { headers: { 'Retry-After': '2' } }),
      'starting',
    );
};

/** What is no HTTP at all never reaches the program. */
function unreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = isLarge ? 431 : isSlow ? 408 : 400;
  const problem = new HttpProblem(isLarge ? 'too-large' : 'malformed-request', undefined, { status });
  const text = JSON.stringify(problem.toProblem('unreadable'));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'Connection: close',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
  );
}

function closed(server: Server, patienceMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    // Connections that fall idle meanwhile would be kept for the next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}
