import { Metadata, type ServerErrorResponse, type ServiceError, status } from '@grpc/grpc-js';

/** Failures as the server words them (RpcExceptions.cs): a status, and trailers that tell the client what it is. */
export type RpcError = Partial<ServiceError> & ServerErrorResponse;

function rpcError(code: status, details: string, trailers: Record<string, string> = {}): RpcError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) {
    // Trailers are ASCII.
    metadata.set(name, value.replace(/[^\x20-\x7e]/g, '?'));
  }
  return { name: 'RpcException', message: details, code, details, metadata };
}

export const timeout = () => rpcError(status.ABORTED, 'Operation timed out');
export const serverNotReady = () => rpcError(status.UNAVAILABLE, 'Server Is Not Ready');
export const serverBusy = () => rpcError(status.UNAVAILABLE, 'Server Is Too Busy');
export const unauthenticated = () => rpcError(status.UNAUTHENTICATED, 'Authentication failed.');
export const accessDenied = () =>
  rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const invalidPosition = () =>
  rpcError(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
export const handlerThrew = (what: string) =>
  rpcError(status.UNKNOWN, `Exception was thrown by handler. ${what}`);

export const notLeader = (leader: { host: string; port: number }) =>
  rpcError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });

export const streamDeleted = (stream: string) =>
  rpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** Deleting answers a wrong version as an exception; appending answers it as a message. */
export const wrongExpectedVersion = (stream: string, expected: bigint, actual: bigint) =>
  rpcError(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  );

export const maximumAppendSizeExceeded = (size: number) =>
  rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${size} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(size),
  });

export const requiredMetadataMissing = (name: string) =>
  rpcError(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
