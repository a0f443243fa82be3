import type { Metadata } from '@grpc/grpc-js';
import type { Fault, Faults } from './faults.ts';
import type { FrontDoor } from './frontDoor.ts';
import type { Log } from './log.ts';
import {
  accessDenied,
  notLeader,
  type RpcError,
  serverBusy,
  serverNotReady,
  timeout,
  unauthenticated,
} from './rpcErrors.ts';

/** What the handlers of the stand-in's calls share. */
export interface Node {
  log: Log;
  faults: Faults;
  door: FrontDoor;
  /** `false` once the server was stopped: what was under way in it does not happen any more. */
  alive(): boolean;
  /** Ends the server as `kill -9` does. */
  crash(): void;
  /** Bytes of one append (`MaxAppendSize`); 1 MiB unless the server is told otherwise. */
  maximumAppendSize: number;
  /** Who may do everything; without, the node runs in insecure mode, where everybody may. */
  administrator: { username: string; password: string } | undefined;
}

/**
 * Who asks, and what the server says to that before it looks at the request.
 *
 * Wrong credentials are refused by the web server; without any, one is anonymous and may use streams, but not `$all`
 * or other streams of the system, which are for administrators. `requires-leader` on another node than the leader is
 * refused with the leader's address.
 */
export function refusal(node: Node, metadata: Metadata, stream: string): RpcError | undefined {
  if (node.administrator !== undefined) {
    const given = metadata.get('authorization')[0]?.toString();
    const { username, password } = node.administrator;
    const right = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    if (given !== undefined && given !== right) return unauthenticated();
    if (given === undefined && stream.startsWith('$')) return accessDenied();
  }
  const { leader } = node.faults;
  const requiresLeader = metadata.get('requires-leader')[0]?.toString() === 'true';
  return leader !== undefined && requiresLeader ? notLeader(leader) : undefined;
}

export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Carries a call out as its fault has it. */
export async function faulty<Result>(
  node: Node,
  fault: Fault | undefined,
  call: {
    work: () => Promise<Result>;
    answer: (result: Result) => void;
    fail: (error: RpcError) => void;
  },
): Promise<void> {
  const { work, answer, fail } = call;
  if (!node.alive()) return;
  switch (fault?.kind) {
    case undefined:
    case 'resetMidway':
      return answer(await work());
    case 'stall':
      return;
    case 'writeThenStall':
      await work();
      return;
    case 'reset':
      return node.door.reset();
    case 'writeThenReset':
      await work();
      return node.door.reset();
    case 'late': {
      const result = await work();
      await wait(fault.delay);
      return answer(result);
    }
    case 'lateWrite':
      await wait(fault.delay);
      if (node.alive()) answer(await work());
      return;
    case 'crash':
      return node.crash();
    case 'writeThenCrash':
      await work();
      return node.crash();
    case 'notReady':
      return fail(serverNotReady());
    case 'tooBusy':
      return fail(serverBusy());
    case 'timeout':
      return fail(timeout());
    case 'writeThenTimeout':
      await work();
      return fail(timeout());
    case 'accessDenied':
      return fail(accessDenied());
  }
}
