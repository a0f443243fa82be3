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

const userOf = /^esdb(?:\+discover)?:\/\/(?<username>[^:@/?]+):(?<password>[^@]+)@/;
const withoutTls = /[?&]tls=false(?:&|$)/i;

/**
 * @param connectionString `esdb://user:password@host:2113,host:2113?tls=true&tlsCaFile=/certs/ca.crt&nodePreference=leader`
 * @param deadline milliseconds that one call may take
 * @throws {Error} for a connection string that cannot be read or, over TLS, names no user. The message never holds
 *   the password.
 */
export function connect(connectionString: string, deadline: number): Connection {
  const user = userOf.exec(connectionString.trim())?.groups;
  if (user === undefined && !withoutTls.test(connectionString)) {
    throw new Error('The event store connection names no user: esdb://user:password@host:2113?tls=true');
  }
  let client: EventStoreDBClient;
  try {
    client = EventStoreDBClient.connectionString(connectionString);
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
