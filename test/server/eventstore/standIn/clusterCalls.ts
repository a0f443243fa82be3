import { randomUUID } from 'node:crypto';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { faulty, type Node } from './node.ts';

export interface Member {
  host: string;
  port: number;
  state: 'leader' | 'follower';
}

/** `Gossip.Read`: who is in the cluster, and who leads. */
export function gossipCall(
  node: Node,
  members: () => Member[],
): handleUnaryCall<shared.Empty, gossip.ClusterInfo> {
  return (_call, callback) => {
    faulty(node, node.faults.take('gossip'), {
      work: async () => toClusterInfo(members()),
      answer: (info) => callback(null, info),
      fail: (error) => callback(error),
    }).catch(() => undefined);
  };
}

function toClusterInfo(members: Member[]): gossip.ClusterInfo {
  const info = new gossip.ClusterInfo();
  for (const { host, port, state } of members) {
    const member = new gossip.MemberInfo();
    const id = new shared.UUID();
    id.setString(randomUUID());
    member.setInstanceId(id);
    member.setTimeStamp(String(BigInt(Date.now()) * 10_000n));
    const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
    member.setState(state === 'leader' ? LEADER : FOLLOWER);
    member.setIsAlive(true);
    const endPoint = new gossip.EndPoint();
    endPoint.setAddress(host);
    endPoint.setPort(port);
    member.setHttpEndPoint(endPoint);
    info.addMembers(member);
  }
  return info;
}

const methods = [
  ['streams.streams', ['append', 'batchappend', 'delete', 'read', 'tombstone']],
  ['gossip.gossip', ['read']],
  ['server_features.serverfeatures', ['getsupportedmethods']],
] as const;

/** `ServerFeatures.GetSupportedMethods`: names in lower case, and the features of the calls that have some. */
export function featuresCall(node: Node): handleUnaryCall<shared.Empty, features.SupportedMethods> {
  return (_call, callback) => {
    faulty(node, node.faults.take('features'), {
      work: async () => {
        const supported = new features.SupportedMethods();
        supported.setEventStoreServerVersion('24.10.4');
        for (const [service, names] of methods) {
          for (const name of names) {
            const method = new features.SupportedMethod();
            method.setServiceName(`event_store.client.${service}`);
            method.setMethodName(name);
            if (name === 'batchappend') method.setFeaturesList(['deadline_duration']);
            if (name === 'read' && service === 'streams.streams') {
              method.setFeaturesList(['position', 'events']);
            }
            supported.addMethods(method);
          }
        }
        return supported;
      },
      answer: (supported) => callback(null, supported),
      fail: (error) => callback(error),
    }).catch(() => undefined);
  };
}
