import {
  AccessDeniedError,
  InvalidArgumentError,
  InvalidTransactionError,
  MaxAppendSizeExceededError,
  RequiredMetadataPropertyMissingError,
  StreamDeletedError,
  UnknownError,
  UnsupportedError,
} from '@eventstore/db-client';
import { AppendRefused, StoreUnavailable } from '../port.ts';

/**
 * What to throw when asking again cannot help, or `undefined` when it may: the server was away, busy, no longer the
 * leader, too slow, or the connection broke. After those nobody knows whether an append was written.
 */
export function finalFailure(error: unknown): Error | undefined {
  if (error instanceof AppendRefused || error instanceof RangeError) return error;
  if (isTooLarge(error))
    return new AppendRefused('tooLarge', 'The event store refused the append as too large.');
  if (error instanceof AccessDeniedError) {
    return new StoreUnavailable(
      'The event store refuses this user; check the credentials in its connection.',
    );
  }
  if (error instanceof StreamDeletedError) {
    return new Error(`The stream ${error.streamName} was deleted in the event store by hand.`);
  }
  if (
    error instanceof InvalidArgumentError ||
    error instanceof InvalidTransactionError ||
    error instanceof RequiredMetadataPropertyMissingError ||
    error instanceof UnsupportedError ||
    isInvalidArgument(error)
  ) {
    return new Error(`The event store does not accept the request: ${messageOf(error)}`);
  }
  return undefined;
}

/** Nothing was written, or nobody knows: the caller may repeat it with the same event ids. */
export function unavailable(error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  return new StoreUnavailable(`The event store does not answer: ${messageOf(error)}`, { cause: error });
}

/** Of gRPC's status codes. */
const INVALID_ARGUMENT = 3;
// Newer servers also limit single events, with an error that this client does not know.
const tooLarge = /maximum append (?:event )?size/i;
function isTooLarge(error: unknown): boolean {
  if (error instanceof MaxAppendSizeExceededError) return true;
  return isInvalidArgument(error) && tooLarge.test(messageOf(error));
}

function isInvalidArgument(error: unknown): boolean {
  return error instanceof UnknownError && error.code === INVALID_ARGUMENT;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
