import { expect, test } from 'vitest';
import { clientAddressOf } from '../../../server/accounts/clientAddress.ts';

const request = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
});

test.each([
  ['without trust the header is ignored', [], '198.51.100.1', '203.0.113.9', '198.51.100.1'],
  ['a trusted proxy is believed', ['10.0.0.0/8'], '10.0.0.2', '203.0.113.9', '203.0.113.9'],
  [
    'what the client wrote in front is not',
    ['10.0.0.0/8'],
    '10.0.0.2',
    '1.2.3.4, 203.0.113.9',
    '203.0.113.9',
  ],
  ['two trusted hops are walked past', ['10.0.0.0/8'], '10.0.0.2', '203.0.113.9, 10.0.0.3', '203.0.113.9'],
  ['an untrusted sender is itself', ['10.0.0.0/8'], '198.51.100.1', '203.0.113.9', '198.51.100.1'],
  ['nonsense ends the walk', ['10.0.0.0/8'], '10.0.0.2', 'nonsense', '10.0.0.2'],
  ['IPv4 on an IPv6 socket', ['10.0.0.2'], '::ffff:10.0.0.2', '203.0.113.9', '203.0.113.9'],
  ['IPv6', ['::1'], '::1', '2001:db8::7', '2001:db8::7'],
  ['a proxy that adds nothing', ['::1'], '::1', undefined, '::1'],
])('%s', (_, trusted, socket, forwarded, expected) => {
  expect(clientAddressOf(trusted)(request(socket, forwarded))).toBe(expected);
});

test('a mistake in the configuration is said at the start', () => {
  expect(() => clientAddressOf(['proxy.local'])).toThrow('Not an IP address or range: proxy.local');
});
