import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendCall } from './appendCall.ts';
import { batchAppendCall } from './batchAppendCall.ts';
import { certificate, privateKey } from './certificate.ts';
import { featuresCall, gossipCall, type Member } from './clusterCalls.ts';
import { deleteCall, tombstoneCall } from './deleteCall.ts';
import { Faults } from './faults.ts';
import { FrontDoor } from './frontDoor.ts';
import { Log } from './log.ts';
import type { Node } from './node.ts';
import { readCall } from './readCall.ts';

export interface StandInSettings {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Keeps the log in a file over restarts of the process; otherwise it lives as long as this object. */
  file?: string;
  /** Speaks TLS with the certificate of `certificate.ts` and asks for this user; otherwise insecure mode. */
  administrator?: { username: string; password: string };
  maximumAppendSize?: number;
  /** Milliseconds until what was written is replicated, indexed, seen and answered. */
  indexing?: number;
  /** Milliseconds until a dropped write is answered with a timeout; 2000 unless the server is told otherwise. */
  commitTimeout?: number;
  /** What a crash fault does instead of stopping this object: an own process ends itself. */
  onCrash?: () => void;
  /** What gossip tells; by default this node alone, leading. */
  members?: Member[];
}

/**
 * EventStoreDB's gRPC interface for streams, on an in-memory log: as faithful as reading the server's source (24.10)
 * allows, for tests that need a server but have none.
 */
export class StandIn {
  readonly faults = new Faults();
  readonly log: Log;
  readonly #settings: StandInSettings;
  readonly #door = new FrontDoor();
  #server: Server | undefined;
  #port: number;

  constructor(settings: StandInSettings = {}) {
    this.#settings = settings;
    this.#port = settings.port ?? 0;
    this.log = new Log({
      indexing: settings.indexing ?? 1,
      commitTimeout: settings.commitTimeout ?? 2000,
      systemEvery: 5,
      ...(settings.file === undefined ? {} : { file: settings.file }),
    });
  }

  get port(): number {
    return this.#port;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const node: Node = {
      log: this.log,
      faults: this.faults,
      door: this.#door,
      alive: () => this.#server === server,
      crash: () => (this.#settings.onCrash ?? (() => void this.stop()))(),
      maximumAppendSize: this.#settings.maximumAppendSize ?? 1024 * 1024,
      administrator: this.#settings.administrator,
    };
    const alone = (): Member[] => [{ host: '127.0.0.1', port: this.#port, state: 'leader' }];
    server.addService(StreamsService, {
      read: readCall(node),
      append: appendCall(node),
      batchAppend: batchAppendCall(node),
      delete: deleteCall(node),
      tombstone: tombstoneCall(node),
    });
    server.addService(GossipService, { read: gossipCall(node, () => this.#settings.members ?? alone()) });
    server.addService(ServerFeaturesService, { getSupportedMethods: featuresCall(node) });
    const behind = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', this.#credentials(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      );
    });
    this.#server = server;
    this.#port = await this.#door.open(this.#port, behind);
  }

  #credentials(): ServerCredentials {
    if (this.#settings.administrator === undefined) return ServerCredentials.createInsecure();
    return ServerCredentials.createSsl(null, [
      { private_key: Buffer.from(privateKey), cert_chain: Buffer.from(certificate) },
    ]);
  }

  /** Ends the server at once, as a crash does; what was written stays, what it knew in memory is gone. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = this.#door.close();
    server.forceShutdown();
    await closed;
    this.log.forgetRecentIds();
  }

  /** Breaks every connection; the server goes on. */
  resetConnections(): void {
    this.#door.reset();
  }

  /** Holds all traffic, connections open, until {@link release}. */
  hold(): void {
    this.#door.hold();
  }

  release(): void {
    this.#door.release();
  }

  async close(): Promise<void> {
    await this.stop();
    this.log.close();
  }
}

/** A started stand-in. */
export async function startStandIn(settings: StandInSettings = {}): Promise<StandIn> {
  const standIn = new StandIn(settings);
  await standIn.start();
  return standIn;
}
