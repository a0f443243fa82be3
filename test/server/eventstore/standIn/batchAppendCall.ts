import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { nameOf, sizeOnDisk, toProposed } from './appendCall.ts';
import type { Expected } from './commitCheck.ts';
import type { ProposedEvent, WriteResult } from './log.ts';
import { faulty, type Node, refusal } from './node.ts';
import { notLeader } from './rpcErrors.ts';

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;
interface Pending {
  options: streams.BatchAppendReq.Options;
  events: ProposedEvent[];
  size: number;
}

/**
 * `Streams.BatchAppend`: many appends over one stream, each in parts with its correlation id. What goes wrong with one
 * comes as a `google.rpc.Status` with details; only "not the leader" ends the whole stream, and with it all that was
 * under way (the exception is thrown into the channel of answers).
 */
export function batchAppendCall(
  node: Node,
): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> {
  return (call) => {
    const pending = new Map<string, Pending>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (request: streams.BatchAppendReq) => {
      const correlation = request.getCorrelationId();
      const key = correlation?.getString() ?? '';
      const options = request.getOptions();
      if (options !== undefined) {
        const refused = refusal(node, call.metadata, nameOf(options.getStreamIdentifier()));
        if (refused !== undefined && node.faults.leader !== undefined) {
          call.emit('error', notLeader(node.faults.leader));
          return;
        }
        if (refused !== undefined) {
          respond(call, correlation, options, accessDeniedStatus());
          return;
        }
        pending.set(key, { options, events: [], size: 0 });
      }
      const write = pending.get(key);
      if (write === undefined) return;
      for (const message of request.getProposedMessagesList()) {
        const event = toProposed(message);
        if (!('id' in event)) {
          pending.delete(key);
          return respond(call, correlation, write.options, badRequestStatus(event.details ?? ''));
        }
        write.size += sizeOnDisk(event);
        write.events.push(event);
      }
      if (write.size > node.maximumAppendSize) {
        pending.delete(key);
        respond(call, correlation, write.options, tooLargeStatus(node.maximumAppendSize));
        return;
      }
      if (!request.getIsFinal()) return;
      pending.delete(key);
      const stream = nameOf(write.options.getStreamIdentifier());
      faulty(node, node.faults.take('append'), {
        work: () => node.log.write(stream, expectedOf(write.options), write.events),
        answer: (result) => respond(call, correlation, write.options, toOutcome(result, write.options)),
        fail: () => respond(call, correlation, write.options, timeoutStatus()),
      }).catch((error: unknown) => call.destroy(error instanceof Error ? error : undefined));
    });
  };
}

function expectedOf(options: streams.BatchAppendReq.Options): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'noStream';
  if (options.hasStreamExists()) return 'streamExists';
  return BigInt(options.getStreamPosition());
}

function respond(
  call: Call,
  correlation: shared.UUID | undefined,
  options: streams.BatchAppendReq.Options,
  outcome: statuses.Status | streams.BatchAppendResp.Success,
): void {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(correlation);
  response.setStreamIdentifier(options.getStreamIdentifier());
  if (outcome instanceof statuses.Status) response.setError(outcome);
  else response.setSuccess(outcome);
  call.write(response);
}

function toOutcome(
  result: WriteResult,
  options: streams.BatchAppendReq.Options,
): statuses.Status | streams.BatchAppendResp.Success {
  switch (result.outcome) {
    case 'written': {
      const success = new streams.BatchAppendResp.Success();
      success.setCurrentRevision(String(result.revision));
      const position = new shared.AllStreamPosition();
      position.setCommitPosition(String(result.position));
      position.setPreparePosition(String(result.position));
      success.setPosition(position);
      return success;
    }
    case 'wrongExpectedVersion': {
      const details = new shared.WrongExpectedVersion();
      if (result.current === -1n) details.setCurrentNoStream(new empty.Empty());
      else details.setCurrentStreamRevision(String(result.current));
      if (options.hasAny()) details.setExpectedAny(new empty.Empty());
      else if (options.hasNoStream()) details.setExpectedNoStream(new empty.Empty());
      else if (options.hasStreamExists()) details.setExpectedStreamExists(new empty.Empty());
      else details.setExpectedStreamPosition(options.getStreamPosition());
      return status(6, 'WrongExpectedVersion', 'WrongExpectedVersion', details.serializeBinary());
    }
    case 'deleted': {
      const details = new shared.StreamDeleted();
      details.setStreamIdentifier(options.getStreamIdentifier());
      return status(5, 'StreamDeleted', 'StreamDeleted', details.serializeBinary());
    }
    case 'timeout':
      return timeoutStatus();
  }
}

const timeoutStatus = () => status(4, 'Timeout', 'Timeout', new shared.Timeout().serializeBinary());
const accessDeniedStatus = () =>
  status(7, 'AccessDenied', 'AccessDenied', new shared.AccessDenied().serializeBinary());

function badRequestStatus(message: string): statuses.Status {
  const details = new shared.BadRequest();
  details.setMessage(message);
  return status(3, 'BadRequest', 'BadRequest', details.serializeBinary());
}

function tooLargeStatus(size: number): statuses.Status {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(size);
  return status(3, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', details.serializeBinary());
}

function status(code: number, message: string, type: string, bytes: Uint8Array): statuses.Status {
  const details = new any.Any();
  details.pack(bytes, `event_store.client.${type}`);
  const answer = new statuses.Status();
  answer.setCode(code);
  answer.setMessage(message);
  answer.setDetails(details);
  return answer;
}
