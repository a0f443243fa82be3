import { HttpProblem } from '../http/problem.ts';
import { hasCode } from './errorCode.ts';
import { FileRefused } from './refusal.ts';

/** What the sender is told when a file was not taken; an error that is none of these comes back as it is. */
export function fileProblem(error: unknown): unknown {
  if (error instanceof FileRefused) {
    return new HttpProblem(error.reason === 'tooLarge' ? 'too-large' : 'file-refused', error.message);
  }
  const headers = { 'Retry-After': '30' };
  if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) {
    return new HttpProblem('storage-full', undefined, { headers });
  }
  if (hasCode(error, 'EROFS', 'EACCES', 'EPERM')) {
    return new HttpProblem('storage-read-only', undefined, { headers });
  }
  if (hasCode(error, 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE')) {
    return new HttpProblem('malformed-request', 'The file did not arrive whole: send it again.');
  }
  return error;
}
