import { isIP } from 'node:net';
import { type BaseOptions, EventStoreDBClient } from '@eventstore/db-client';

/** One client on one cluster, and what every call through it carries. */
export interface Connection {
  client: EventStoreDBClient;
  /**
   * Credentials travel with each call: that takes the client's plain `Append`, where one call cannot fail another's,
   * instead of `BatchAppend`, where they share one stream. Only the leader answers, so that a process reads its own
   * writes.
   */
  perCall: BaseOptions;
}

const userOf = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/(?<username>[^:@/?]+):(?<password>[^@]+)@/;
const withoutTls = /[?&]tls=false(?:&|$)/i;
const hostsOf = /^[^:]+:\/\/(?:[^@/?]+@)?(?<hosts>[^/?]+)/;

/**
 * @param connectionString `esdb://user:password@host:2113,host:2113?tls=true&tlsCaFile=/certs/ca.crt&nodePreference=leader`
 * @param deadline milliseconds that one call may take
 * @throws {Error} for a connection string that cannot be read or, over TLS, names no user, or a host by its IP
 *   address. The message never holds the password.
 */
export function connect(connectionString: string, deadline: number): Connection {
  const user = userOf.exec(connectionString.trim())?.groups;
  const secure = !withoutTls.test(connectionString);
  // The client puts the host into the TLS handshake as its server name, and Node refuses an address there.
  const address = hosts(connectionString).find((host) => isIP(host) !== 0);
  if (secure && address !== undefined) {
    throw new Error(
      `Over TLS the event store must be called by name, not ${address}; its nodes must advertise names.`,
    );
  }
  if (user === undefined && secure) {
    throw new Error('The event store connection names no user: esdb://user:password@host:2113?tls=true');
  }
  let client: EventStoreDBClient;
  try {
    client = EventStoreDBClient.connectionString(asEsdb(connectionString));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hidden = user?.password ? reason.replaceAll(user.password, '…') : reason;
    throw new Error(`The event store connection cannot be used: ${hidden}`);
  }
  return {
    client,
    perCall: {
      // Without TLS the client leaves the credentials out; that they are given is all that counts here.
      credentials: {
        username: decodeURIComponent(user?.username ?? 'nobody'),
        password: decodeURIComponent(user?.password ?? 'nobody'),
      },
      requiresLeader: true,
      deadline,
    },
  };
}

function hosts(connectionString: string): string[] {
  const listed = hostsOf.exec(connectionString.trim())?.groups?.hosts ?? '';
  return listed.split(',').map((host) => host.trim().replace(/:\d+$/, ''));
}

/** KurrentDB is the newer name of the same server; this client knows the older one. */
function asEsdb(connectionString: string): string {
  return connectionString.trim().replace(/^kurrentdb(?=[+:])/, 'esdb');
}
