import type { FailureKind } from '../../problem.ts';

/** What to say where the server has no better sentence; each tells what to do next. */
const kinds: Record<FailureKind, string> = {
  'malformed-request': 'The server did not understand that. Load the page anew and try again.',
  'invalid-request': 'Something here does not fit. Look at the marked fields.',
  'too-large': 'That is too long. Shorten it and try again.',
  'unsupported-media-type': 'The server does not take that kind of file.',
  'file-refused': 'This file cannot be taken. Photographs (JPEG, PNG, WebP) and manuals (PDF) can.',
  'file-withdrawn': 'This file was withdrawn, and is not taken again.',
  'upload-offset': 'This file is being sent from elsewhere too: wait a moment.',
  'not-signed-in': 'Sign in first.',
  forbidden: 'You may not do that here. A steward can.',
  'wrong-origin':
    'This page was opened under an address that the server does not know. Use its usual address.',
  'not-found': 'That is not there any more.',
  'method-not-allowed': 'That cannot be done here.',
  'format-not-offered': 'The server does not have it in that format.',
  refused: 'The rules stand against it.',
  'command-id-missing': 'The server did not understand that. Load the page anew and try again.',
  'command-id-reused': 'The server knows that command with other content. Load the page anew.',
  contended: 'Many people are changing this at once. Try again.',
  'precondition-required': 'Load the page anew and try again.',
  'precondition-failed': 'Somebody changed this meanwhile. Look at it again, then repeat it.',
  'rate-limited': 'Too many tries. Wait a minute.',
  'storage-full': 'The server’s disk is full. Tell whoever runs it; nothing was written.',
  'storage-read-only': 'The server cannot write. Tell whoever runs it; nothing was written.',
  'log-unavailable': 'The server cannot reach its log. Try again in a moment; nothing was written.',
  starting: 'The server is starting. Try again in a moment.',
  'sign-in-failed': 'That address and password do not belong together.',
  'account-refused': 'That account could not be made.',
  'code-invalid': 'That code is not valid, or it has run out.',
  internal: 'Something went wrong on the server. Try again; if it stays, tell whoever runs it.',
  offline: 'No connection. Nothing was lost: try again when you are back.',
  unreadable: 'The program has changed since you opened this page. Load it anew.',
};

export const failures = { kinds };
