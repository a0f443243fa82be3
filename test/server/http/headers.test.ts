import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { checkHeaders, commandIdOf, ifMatchOf, isKnown } from '../../../server/http/headers.ts';
import { checkOrigin } from '../../../server/http/origin.ts';
import { HttpProblem } from '../../../server/http/problem.ts';

function requestWith(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = headers;
  request.rawHeaders = Object.entries(headers).flat();
  request.httpVersion = '1.1';
  return request;
}

const kindOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof HttpProblem ? error.kind : error;
  }
  return 'fine';
};

describe('If-Match', () => {
  it('names one revision', () => {
    expect(ifMatchOf(requestWith({ 'if-match': '"17"' }))).toBe(17);
  });

  it.each([
    ['', 'precondition-required'],
    ['"somethingElse"', 'precondition-failed'],
    ['"1", "2"', 'malformed-request'],
    ['*', 'malformed-request'],
    ['3', 'malformed-request'],
    ['W/"3"', 'malformed-request'],
    ['"-1"', 'precondition-failed'],
    ['"99999999999999999999999"', 'precondition-failed'],
    ['"01"', 'precondition-failed'],
  ])('%s is %s', (value, kind) => {
    expect(kindOf(() => ifMatchOf(requestWith({ 'if-match': value })))).toBe(kind);
  });
});

describe('Idempotency-Key', () => {
  it('is a UUID, whatever its letters', () => {
    const id = 'F47AC10B-58CC-4372-A567-0E02B2C3D479';
    expect(commandIdOf(requestWith({ 'idempotency-key': id }))).toBe(id.toLowerCase());
  });

  it.each([
    ['', 'command-id-missing'],
    ['1', 'malformed-request'],
    ['f47ac10b-58cc-4372-a567-0e02b2c3d479, f47ac10b-58cc-4372-a567-0e02b2c3d479', 'malformed-request'],
    ["' or 1=1 --", 'malformed-request'],
  ])('%s is %s', (value, kind) => {
    expect(kindOf(() => commandIdOf(requestWith({ 'idempotency-key': value })))).toBe(kind);
  });
});

describe('headers that must stand alone', () => {
  it.each(['Host', 'content-type', 'AUTHORIZATION', 'If-Match', 'idempotency-key', 'Cookie'])(
    '%s',
    (name) => {
      const request = requestWith({ host: 'here' });
      request.rawHeaders = [name, 'a', 'accept', '*/*', name.toLowerCase(), 'b'];
      expect(kindOf(() => checkHeaders(request))).toBe('malformed-request');
    },
  );

  it('others may come twice', () => {
    const request = requestWith({ host: 'here' });
    request.rawHeaders = ['accept', 'a', 'accept', 'b', 'x-forwarded-for', '1', 'x-forwarded-for', '2'];
    expect(kindOf(() => checkHeaders(request))).toBe('fine');
  });

  it('a missing Host is a mistake', () => {
    expect(kindOf(() => checkHeaders(requestWith({})))).toBe('malformed-request');
  });
});

describe('If-None-Match', () => {
  it.each([
    ['"3"', true],
    ['W/"3"', true],
    ['"2", "3"', true],
    ['*', true],
    ['"30"', false],
    [undefined, false],
  ])('%s', (header, known) => expect(isKnown(header, '"3"')).toBe(known));
});

describe('where a change comes from', () => {
  const own = 'https://workshops.example';
  it.each([
    [{ origin: own, 'sec-fetch-site': 'same-origin' }, 'fine'],
    [{ origin: own }, 'fine'],
    [{ origin: 'https://evil.example' }, 'wrong-origin'],
    [{ origin: 'null' }, 'wrong-origin'],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'wrong-origin'],
    [{ origin: 'https://other.workshops.example', 'sec-fetch-site': 'same-site' }, 'wrong-origin'],
    [{ 'sec-fetch-site': 'cross-site' }, 'wrong-origin'],
    [{ origin: 'http://192.168.0.4:8080', host: '192.168.0.4:8080' }, 'fine'],
    [{ origin: 'https://workshops.example.evil.example', host: 'workshops.example' }, 'wrong-origin'],
    [{}, 'fine'],
  ])('%j is %s', (headers, kind) => {
    expect(kindOf(() => checkOrigin(requestWith({ host: 'here', ...headers }), own))).toBe(kind);
  });
});
