import type { ServerResponse } from 'node:http';
import { languageAccepted } from '../sentences/accepted.ts';
import { problemSaid } from '../sentences/said.ts';
import type { HttpProblem } from './problem.ts';

/** Sends JSON with its length; a HEAD request gets the headers alone (Node leaves the body away). */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function send(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', contentType);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** Answers with a problem in the language of whoever asked, or breaks the connection where an answer had begun already. */
export function sendProblem(response: ServerResponse, problem: HttpProblem, requestId: string): void {
  const language = languageAccepted(response.req.headers['accept-language']);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(problem.extra.headers ?? {})) response.setHeader(name, value);
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="commonwright"');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Language', language);
  send(
    response,
    problem.status,
    'application/problem+json; charset=utf-8',
    JSON.stringify(problemSaid(problem.toProblem(requestId), language)),
  );
}
