import { type FileReply, fileReply } from '../../shared/files/kinds.ts';
import { locale, t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { problemFrom, RequestFailed } from '../problem.ts';
import { shrunk } from './shrink.ts';

/**
 * Sends a file in as it is. Sending the same again is safe: a file has the name of its content.
 * @throws {RequestFailed} `file-refused`, `too-large` and `file-withdrawn` among others; `detail` says why.
 */
export async function sendFile(file: Blob): Promise<FileReply> {
  let response: Response;
  try {
    response = await fetch('/api/files', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'accept-language': locale },
      body: file,
    });
    online.value = true;
  } catch {
    online.value = false;
    throw new RequestFailed('offline', 0);
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, body);
  const read = fileReply.safeParse(body);
  if (!read.success) throw new RequestFailed('unreadable', response.status);
  return read.data;
}

/**
 * A photograph as it may leave this device: small enough for a slow line, and without where it was taken.
 * @throws {RequestFailed} `file-refused`, where this browser cannot take that out.
 */
export async function readyPhotograph(photograph: Blob): Promise<Blob> {
  const ready = await shrunk(photograph);
  if (ready === null) throw new RequestFailed('file-refused', 415, { detail: t.offline.tellsPlace });
  return ready;
}

/** Sends a photograph in, as `readyPhotograph` has it. @throws {RequestFailed} as `sendFile`. */
export const sendPhotograph = async (file: Blob): Promise<FileReply> => sendFile(await readyPhotograph(file));
