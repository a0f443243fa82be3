import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall } from '@grpc/grpc-js';
import type { Expected } from './commitCheck.ts';
import type { ProposedEvent, WriteResult } from './log.ts';
import { faulty, type Node, refusal } from './node.ts';
import {
  handlerThrew,
  maximumAppendSizeExceeded,
  type RpcError,
  requiredMetadataMissing,
  streamDeleted,
  timeout,
} from './rpcErrors.ts';

/** Of a revision that is not one: `StreamRevision.FromInt64(-1)`. */
const NO_REVISION = String(2n ** 64n - 1n);

export const nameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

/** `Event.SizeOnDisk`: data, metadata and the type's name in UTF-16. */
export function sizeOnDisk(event: Pick<ProposedEvent, 'type' | 'data' | 'metadata'>): number {
  return event.data.length + event.metadata.length + 2 * event.type.length;
}

/** The server's refusal is for a message without type or content type. */
export function toProposed(
  message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage,
): ProposedEvent | RpcError {
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (type === undefined) return requiredMetadataMissing('type');
  if (contentType === undefined) return requiredMetadataMissing('content-type');
  return {
    id: message.getId()?.getString().toLowerCase() ?? '',
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function expectedOf(options: streams.AppendReq.Options | streams.DeleteReq.Options): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'noStream';
  if (options.hasStreamExists()) return 'streamExists';
  return BigInt(options.getRevision());
}

/**
 * `Streams.Append`: the client streams options and events, and is answered once. A wrong expected version comes as a
 * message, everything else that goes wrong as an error of the call. The size is checked while events still come in.
 */
export function appendCall(node: Node): handleClientStreamingCall<streams.AppendReq, streams.AppendResp> {
  return (call, callback) => {
    const fault = node.faults.take('append');
    const events: ProposedEvent[] = [];
    let options: streams.AppendReq.Options | undefined;
    let size = 0;
    let failed = false;
    const fail = (error: RpcError) => {
      if (!failed) callback(error);
      failed = true;
    };
    call.on('error', () => undefined);
    call.on('data', (request: streams.AppendReq) => {
      if (failed) return;
      if (request.hasOptions()) {
        options = request.getOptions();
        const refused = refusal(node, call.metadata, nameOf(options?.getStreamIdentifier()));
        if (refused !== undefined) fail(refused);
        return;
      }
      const message = request.getProposedMessage();
      if (message === undefined || options === undefined) return fail(handlerThrew('InvalidOperation'));
      const event = toProposed(message);
      if (!('id' in event)) return fail(event);
      size += sizeOnDisk(event);
      if (size > node.maximumAppendSize) return fail(maximumAppendSizeExceeded(node.maximumAppendSize));
      events.push(event);
    });
    // A call that breaks off half-way ends too, and only then is cancelled. The server's reader throws there: never is
    // a part of an append written.
    const whole = () => {
      const asked = options;
      if (failed || call.cancelled || asked === undefined) return;
      const stream = nameOf(asked.getStreamIdentifier());
      const expected = expectedOf(asked);
      faulty(node, fault, {
        work: () => node.log.write(stream, expected, events),
        answer: (result) => {
          const response = toAppendResponse(result, expected, node.faults.withoutPosition);
          if (response !== undefined) callback(null, response);
          else fail(result.outcome === 'deleted' ? streamDeleted(stream) : timeout());
        },
        fail,
      }).catch((error: unknown) => fail(handlerThrew(String(error))));
    };
    call.on('end', () => setImmediate(whole));
  };
}

function toAppendResponse(
  result: WriteResult,
  expected: Expected,
  withoutPosition: boolean,
): streams.AppendResp | undefined {
  const response = new streams.AppendResp();
  if (result.outcome === 'written') {
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(result.revision));
    if (withoutPosition) success.setNoPosition(new shared.Empty());
    else {
      const position = new streams.AppendResp.Position();
      position.setCommitPosition(String(result.position));
      position.setPreparePosition(String(result.position));
      success.setPosition(position);
    }
    response.setSuccess(success);
    return response;
  }
  if (result.outcome !== 'wrongExpectedVersion') return undefined;
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (result.current === -1n) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(result.current));
  // The server has no answer of its own for an expected missing stream: it sends the revision -1, unsigned.
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'streamExists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(expected === 'noStream' ? NO_REVISION : String(expected));
  response.setWrongExpectedVersion(wrong);
  return response;
}
