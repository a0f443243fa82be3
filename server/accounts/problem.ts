import type { ServerResponse } from 'node:http';

/** A problem detail of RFC 9457. `type` is stable; `title` is a sentence for people. */
export interface AuthProblem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** For 400: what is wrong where. */
  errors?: { path: string; message: string }[];
}

export const problemOf = (
  name: string,
  status: number,
  title: string,
  more: Partial<AuthProblem> = {},
): AuthProblem => ({
  type: `/problems/${name}`,
  title,
  status,
  ...more,
});

export function sendProblem(
  response: ServerResponse,
  problem: AuthProblem,
  headers: Record<string, string> = {},
) {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(problem.status, {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(problem));
}

/** `USER_ALREADY_EXISTS` as it stands in a problem's type: `user-already-exists`. */
export const problemName = (code: string): string =>
  code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'sign-in-refused';
