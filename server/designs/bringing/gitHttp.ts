import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { GitHttpRequest, GitHttpResponse, HttpClient } from 'isomorphic-git';
import { isPublicAddress, lookupPublic } from '../../accounts/publicAddress.ts';

/** `anywhere` also takes plain HTTP and the own network: for tests. */
export type GitReach = 'public' | 'anywhere';

const MOST_REDIRECTS = 5;

/** What stands against reaching an address, as a sentence. */
export class NotReachable extends Error {
  override name = 'NotReachable';
}

/** @throws {NotReachable} for another scheme, an address with a password, or one of the own network. */
export function assertReachable(address: string, reach: GitReach): URL {
  const url = URL.parse(address);
  if (url === null) throw new NotReachable('This is no address.');
  if (url.username !== '' || url.password !== '') {
    throw new NotReachable('The address holds a name or a password: only public repositories are fetched.');
  }
  if (url.protocol !== 'https:' && !(reach === 'anywhere' && url.protocol === 'http:')) {
    throw new NotReachable('Repositories are fetched by https only.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isInner = isIP(host) !== 0 && !isPublicAddress(host);
  if (reach === 'public' && isInner) throw new NotReachable(INNER);
  return url;
}
const INNER = 'This address is not on the public network.';

/**
 * How repositories are fetched: no credentials, each address and each redirect checked, names resolved to public
 * addresses alone at the moment of connecting, and at most so many bytes over all.
 */
export function gitHttp(reach: GitReach, mostBytes: number): HttpClient {
  let received = 0;
  /** Where a repository was found to have moved: from its old beginning to the new one. */
  let moved: { from: string; to: string } | null = null;

  const counted = async function* (response: IncomingMessage): AsyncGenerator<Uint8Array> {
    for await (const chunk of response) {
      const bytes: Buffer = chunk;
      received += bytes.length;
      if (received > mostBytes) {
        throw new NotReachable(`The repository has more than ${mostBytes / 1_000_000} MB.`);
      }
      yield bytes;
    }
  };

  const ask = async ({
    url,
    method = 'GET',
    headers = {},
    body,
  }: GitHttpRequest): Promise<GitHttpResponse> => {
    const asked = moved && url.startsWith(moved.from) ? moved.to + url.slice(moved.from.length) : url;
    const sent = await joined(body);
    let target = assertReachable(asked, reach);
    for (let redirects = 0; ; redirects++) {
      const response = await exchange(target, { method, headers }, sent, reach);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status < 300 || status > 399 || location === undefined) {
        moved ??= movedBetween(asked, target.href);
        return {
          url: target.href,
          method,
          statusCode: status,
          statusMessage: response.statusMessage ?? '',
          headers: flat(response),
          body: counted(response),
        };
      }
      response.destroy();
      if (redirects >= MOST_REDIRECTS || method !== 'GET')
        throw new NotReachable('It sends us from one address to another.');
      target = assertReachable(new URL(location, target).href, reach);
    }
  };
  return { request: ask };
}

const FIRST_QUESTION = '/info/refs?service=git-upload-pack';

function movedBetween(asked: string, answered: string): { from: string; to: string } | null {
  if (asked === answered || !asked.endsWith(FIRST_QUESTION) || !answered.endsWith(FIRST_QUESTION))
    return null;
  return { from: asked.slice(0, -FIRST_QUESTION.length), to: answered.slice(0, -FIRST_QUESTION.length) };
}

async function joined(body: GitHttpRequest['body']): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  if (body) for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const flat = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function exchange(
  url: URL,
  options: RequestOptions,
  body: Buffer,
  reach: GitReach,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'http:' ? plainRequest : request;
    const sending = send(
      url,
      { ...options, agent: false, ...(reach === 'public' ? { lookup: lookupPublic } : {}) },
      resolve,
    );
    sending.once('error', (error) => {
      const inner = 'code' in error && error.code === 'EACCES';
      reject(inner ? new NotReachable(INNER) : error);
    });
    sending.end(body.length > 0 ? body : undefined);
  });
}
