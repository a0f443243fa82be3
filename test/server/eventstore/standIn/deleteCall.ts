import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { expectedOf, nameOf } from './appendCall.ts';
import type { WriteResult } from './log.ts';
import { type Node, refusal } from './node.ts';
import { handlerThrew, type RpcError, streamDeleted, timeout, wrongExpectedVersion } from './rpcErrors.ts';

/** Numbers that the server uses for the words of an expected version. */
const numbers = { any: -2n, noStream: -1n, streamExists: -4n } as const;

/** `Streams.Delete`: hides the events; the stream can be written again, and goes on counting. */
export function deleteCall(node: Node): handleUnaryCall<streams.DeleteReq, streams.DeleteResp> {
  return (call, callback) => {
    carryOut(node, call, 'soft').then(
      (position) => {
        const response = new streams.DeleteResp();
        const at = new streams.DeleteResp.Position();
        at.setCommitPosition(String(position));
        at.setPreparePosition(String(position));
        response.setPosition(at);
        callback(null, response);
      },
      (error: RpcError) => callback(error),
    );
  };
}

/** `Streams.Tombstone`: ends the stream for good. */
export function tombstoneCall(node: Node): handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp> {
  return (call, callback) => {
    carryOut(node, call, 'hard').then(
      () => {
        const response = new streams.TombstoneResp();
        response.setNoPosition(new shared.Empty());
        callback(null, response);
      },
      (error: RpcError) => callback(error),
    );
  };
}

async function carryOut(
  node: Node,
  call: Parameters<handleUnaryCall<streams.DeleteReq | streams.TombstoneReq, unknown>>[0],
  how: 'soft' | 'hard',
): Promise<bigint> {
  const options = call.request.getOptions();
  if (options === undefined) throw handlerThrew('NullReferenceException');
  const stream = nameOf(options.getStreamIdentifier());
  const refused = refusal(node, call.metadata, stream);
  if (refused !== undefined) throw refused;
  const expected = expectedOf(options);
  const result: WriteResult = await node.log.delete(stream, expected, how);
  switch (result.outcome) {
    case 'written':
      return result.position;
    case 'deleted':
      throw streamDeleted(stream);
    case 'timeout':
      throw timeout();
    case 'wrongExpectedVersion':
      throw wrongExpectedVersion(
        stream,
        typeof expected === 'bigint' ? expected : numbers[expected],
        result.current,
      );
  }
}
