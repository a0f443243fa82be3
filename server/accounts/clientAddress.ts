import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** As much of a request as tells where it comes from. */
export interface Arrival {
  socket: { remoteAddress?: string | undefined };
  headers: IncomingHttpHeaders;
}

/**
 * Finds the address a request comes from. Without trusted proxies it is the socket's, whatever headers say. With
 * them, `X-Forwarded-For` is read from the right, past trusted hops only.
 *
 * @param trustedProxies addresses (`10.0.0.2`, `::1`) or ranges (`10.0.0.0/24`), or how many proxies stand in front
 * @throws on an entry that is neither
 */
export function clientAddressOf(trustedProxies: readonly string[] | number): (request: Arrival) => string {
  if (typeof trustedProxies === 'number') return (request) => addressBehind(trustedProxies, request);
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [network = '', prefix] = entry.split('/');
    const family = isIP(network);
    if (family === 0) throw new Error(`Not an IP address or range: ${entry}`);
    if (prefix === undefined) trusted.addAddress(network, family === 6 ? 'ipv6' : 'ipv4');
    else trusted.addSubnet(network, Number(prefix), family === 6 ? 'ipv6' : 'ipv4');
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '');
    const forwarded = forwardedFor(request);
    while (isTrusted(address)) {
      const before = plain((forwarded.pop() ?? '').trim());
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

const forwardedFor = ({ headers }: Arrival): string[] =>
  [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');

/** Each proxy appends the address it was reached from: that of the client is as far from the right as there are proxies. */
function addressBehind(proxies: number, request: Arrival): string {
  const address = plain((forwardedFor(request).at(-proxies) ?? '').trim());
  return isIP(address) === 0 ? plain(request.socket.remoteAddress ?? '') : address;
}

/** An IPv4 address that arrived on an IPv6 socket, in its own notation. */
const plain = (address: string) => (address.startsWith('::ffff:') ? address.slice(7) : address);
