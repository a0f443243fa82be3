import { randomUUID } from 'node:crypto';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { nameOf } from './appendCall.ts';
import { type ReadCall, toEventResponse } from './eventResponse.ts';
import type { Fault } from './faults.ts';
import type { LogRecord } from './log.ts';
import type { Node } from './node.ts';
import { invalidPosition, streamDeleted } from './rpcErrors.ts';

/** `ReadBatchSize` of the server, and the window of a filter that names none. */
const WINDOW = 32;

/**
 * A catch-up subscription: confirmed first, then what lies after the start, "caught up" when its end is reached, then
 * live. When the client reads too slowly the server's buffer of live events overflows: "fell behind", and it catches up
 * again. With a filter, a checkpoint after every so many events that were looked at, wanted or not.
 */
export function subscriptionCall(
  node: Node,
  call: ReadCall,
  options: streams.ReadReq.Options,
  fault: Fault | undefined,
): void {
  const { log } = node;
  const start = startOf(node, options);
  if (start === 'invalid') {
    call.emit('error', invalidPosition());
    return;
  }
  const name = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : undefined;
  const wanted = wantedBy(options, name);
  const filter = options.getFilter();
  const window = filter?.hasMax() ? filter.getMax() : WINDOW;
  const interval =
    filter === undefined ? Number.POSITIVE_INFINITY : window * filter.getCheckpointintervalmultiplier();

  call.write(confirmation());
  let next = start;
  let considered = 0;
  let live = false;
  let pumping = false;
  let sent = 0;
  const pump = async () => {
    if (pumping) return;
    pumping = true;
    while (!call.cancelled && !call.destroyed) {
      const record = log.record(next);
      if (record === undefined) {
        if (!live) call.write(caughtUp());
        live = true;
        break;
      }
      if (live && log.length - next > 10 * WINDOW) {
        live = false;
        call.write(fellBehind());
      }
      next++;
      considered++;
      if (name !== undefined && record.stream === name && record.type === '$streamDeleted') {
        call.emit('error', streamDeleted(name));
        break;
      }
      let room = true;
      if (wanted(record)) {
        room = call.write(toEventResponse(record));
        sent++;
        if (fault?.kind === 'resetMidway' && sent === 1) setTimeout(() => node.door.reset(), 5);
      }
      if (considered % interval === 0) room = call.write(checkpoint(record));
      if (!room) await new Promise<void>((resolve) => call.once('drain', () => resolve()));
    }
    pumping = false;
  };
  const wake = () => void pump().catch(() => undefined);
  const unwatch = log.watch(wake);
  call.on('cancelled', unwatch);
  call.on('close', unwatch);
  wake();
}

/** The start is exclusive: the first record after it. A subscription to "end" gets only what is written from now on. */
function startOf(node: Node, options: streams.ReadReq.Options): number | 'invalid' {
  const { log } = node;
  const stream = options.getStream();
  if (stream !== undefined) {
    if (stream.hasEnd()) return log.length;
    if (!stream.hasRevision()) return 0;
    const records = log.readStream(nameOf(stream.getStreamIdentifier()));
    if (typeof records === 'string') return 0;
    const after = records.find((record) => record.revision > BigInt(stream.getRevision()));
    return after === undefined ? log.length : (log.indexAt(after.position) ?? 'invalid');
  }
  const all = options.getAll();
  if (all?.hasEnd()) return log.length;
  const commit = all?.getPosition()?.getCommitPosition();
  if (commit === undefined) return 0;
  const at = log.indexAt(BigInt(commit));
  if (at === undefined) return 'invalid';
  return log.record(at)?.position === BigInt(commit) ? at + 1 : at;
}

function wantedBy(
  options: streams.ReadReq.Options,
  name: string | undefined,
): (record: LogRecord) => boolean {
  if (name !== undefined) return (record) => record.stream === name;
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const onStream = filter.hasStreamIdentifier();
  const expression = onStream ? filter.getStreamIdentifier() : filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = expression?.getRegex() ?? '';
  const regex = pattern === '' ? undefined : new RegExp(pattern, 'u');
  return (record) => {
    const text = onStream ? record.stream : record.type;
    return regex === undefined ? prefixes.some((prefix) => text.startsWith(prefix)) : regex.test(text);
  };
}

function confirmation(): streams.ReadResp {
  const response = new streams.ReadResp();
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(randomUUID());
  response.setConfirmation(confirmed);
  return response;
}

function caughtUp(): streams.ReadResp {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response;
}

function fellBehind(): streams.ReadResp {
  const response = new streams.ReadResp();
  response.setFellBehind(new streams.ReadResp.FellBehind());
  return response;
}

function checkpoint(record: LogRecord): streams.ReadResp {
  const response = new streams.ReadResp();
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(String(record.position));
  reached.setPreparePosition(String(record.position));
  response.setCheckpoint(reached);
  return response;
}
