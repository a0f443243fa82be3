import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { nameOf } from './appendCall.ts';
import { type ReadCall, toEventResponse } from './eventResponse.ts';
import { faulty, type Node, refusal } from './node.ts';
import { handlerThrew, invalidPosition, type RpcError, streamDeleted } from './rpcErrors.ts';
import { subscriptionCall } from './subscriptionCall.ts';

/** `Streams.Read`: one call for reading a stream or the log, either way, and for subscriptions. */
export function readCall(node: Node): handleServerStreamingCall<streams.ReadReq, streams.ReadResp> {
  return (call) => {
    call.on('error', () => undefined);
    const options = call.request.getOptions();
    if (options === undefined) {
      call.emit('error', handlerThrew('NullReferenceException'));
      return;
    }
    const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : '$all';
    const refused = refusal(node, call.metadata, stream);
    if (refused !== undefined) {
      call.emit('error', refused);
      return;
    }
    const subscription = options.hasSubscription();
    const fault = node.faults.take(subscription ? 'subscription' : 'read');
    const fail = (error: RpcError) => call.emit('error', error);
    faulty(node, fault, {
      work: async () => undefined,
      answer: () => {
        if (subscription) return subscriptionCall(node, call, options, fault);
        const found = options.hasStream() ? readStream(node, options, stream) : readAll(node, options);
        if (!Array.isArray(found)) return fail(found);
        send(call, found, fault?.kind === 'resetMidway' ? () => node.door.reset() : undefined).catch(
          () => undefined,
        );
      },
      fail,
    }).catch((error: unknown) => fail(handlerThrew(String(error))));
  };
}

/** From a revision on, inclusive; a stream that was never written or soft-deleted answers with a message, not an error. */
function readStream(
  node: Node,
  options: streams.ReadReq.Options,
  name: string,
): streams.ReadResp[] | RpcError {
  const records = node.log.readStream(name);
  if (records === 'deleted') return streamDeleted(name);
  if (records === 'notFound') {
    const response = new streams.ReadResp();
    const notFound = new streams.ReadResp.StreamNotFound();
    notFound.setStreamIdentifier(options.getStream()?.getStreamIdentifier());
    response.setStreamNotFound(notFound);
    return [response];
  }
  const from = options.getStream();
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const revision = from?.hasRevision() ? BigInt(from.getRevision()) : undefined;
  const count = Number(options.getCount());
  const chosen = backwards
    ? records
        .filter((record) => from?.hasEnd() || (revision !== undefined && record.revision <= revision))
        .reverse()
    : records.filter((record) => !from?.hasEnd() && (revision === undefined || record.revision >= revision));
  return chosen.slice(0, count).map(toEventResponse);
}

/**
 * Forwards from the record at the position, inclusive; backwards the records before it (AllReader takes it as the end
 * of a record). A position where no record begins is refused.
 */
function readAll(node: Node, options: streams.ReadReq.Options): streams.ReadResp[] | RpcError {
  const { log } = node;
  const all = options.getAll();
  const count = Number(options.getCount());
  const commit = all?.getPosition()?.getCommitPosition();
  const at = commit === undefined ? undefined : log.indexAt(BigInt(commit));
  if (commit !== undefined && at === undefined) return invalidPosition();
  const found: streams.ReadResp[] = [];
  if (options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS) {
    for (
      let index = Math.min(at ?? log.length, log.length) - 1;
      index >= 0 && found.length < count;
      index--
    ) {
      const record = log.record(index);
      if (record !== undefined) found.push(toEventResponse(record));
    }
    return found;
  }
  const start = all?.hasEnd() ? log.length : (at ?? 0);
  for (let index = start; index < log.length && found.length < count; index++) {
    const record = log.record(index);
    if (record !== undefined) found.push(toEventResponse(record));
  }
  return found;
}

async function send(call: ReadCall, responses: streams.ReadResp[], afterFirst?: () => void): Promise<void> {
  for (const [index, response] of responses.entries()) {
    if (call.cancelled) return;
    if (!call.write(response)) await new Promise<void>((resolve) => call.once('drain', () => resolve()));
    if (index === 0 && afterFirst !== undefined) {
      setTimeout(afterFirst, 5);
      return;
    }
  }
  call.end();
}
