import type { Device } from '../accounts/devices.ts';
import { authorise } from '../authorisation/policy.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Requester } from '../http/route.ts';
import type { ViewsReader } from '../views/reader.ts';
import { type Reader, readerById } from './queries.ts';

/**
 * The reader of a request whose requester manages it.
 * @throws {HttpProblem} not-found, not-signed-in, forbidden
 */
export function enterReader(
  views: ViewsReader,
  { params, requester, now }: { params: { readerId: string }; requester: Requester; now: number },
): Reader {
  const reader = readerById(views, params.readerId);
  if (!reader) throw new HttpProblem('not-found', 'There is no such reader.');
  authorise(views, requester, 'reader.manage', { workshopId: reader.workshopId }, now);
  return reader;
}

/**
 * The reader that asks.
 * @throws {HttpProblem} not-signed-in, where it has been removed
 */
export function askingReader(views: ViewsReader, device: Device): Reader {
  const reader = readerById(views, device.deviceId);
  if (!reader || reader.removed) throw new HttpProblem('not-signed-in', 'This reader has been removed.');
  return reader;
}
