import { accessSync, constants } from 'node:fs';
import { AppendRefused, StoreUnavailable } from '../port.ts';

/** Primary result codes of SQLite: https://sqlite.org/rescode.html */
const BUSY = 5;
const READ_ONLY = 8;
const INPUT_OUTPUT = 10;
const FULL = 13;

/** SQLite's primary result code, or `null` for an error of another kind. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/** Another process holds the lock: worth another try. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === BUSY;
}

/** The same error in the port's words. */
export function unavailable(error: unknown, sentence: string): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(`${sentence}: ${reason}.`, { cause: error });
}

/**
 * Why a transaction that has been rolled back could not be written: a refusal where SQLite says that nothing was,
 * and otherwise "not known".
 */
export function appendFailure(error: unknown, path: string): AppendRefused | StoreUnavailable {
  if (error instanceof AppendRefused) return error;
  const code = resultCode(error);
  if (code === FULL) return new AppendRefused('storageFull', 'The disk of the event log is full.');
  const readOnly =
    code === READ_ONLY || (code === INPUT_OUTPUT && (isReadOnly(path) || isReadOnly(`${path}-wal`)));
  if (readOnly) return new AppendRefused('readOnly', 'The disk of the event log is read-only.');
  return unavailable(error, 'The event log could not be written');
}

/** A file system that is read-only, a file without permission, an immutable file. */
const readOnlyErrors = new Set<unknown>(['EROFS', 'EACCES', 'EPERM']);

/**
 * Asked before each commit, for two reasons. SQLite reports a file system that turned read-only as any other failed
 * write; and its shared index is mapped memory, where writing to such a disk would end the process.
 */
export function assertWritable(path: string): void {
  if (isReadOnly(path)) throw new AppendRefused('readOnly', 'The disk of the event log is read-only.');
}

function isReadOnly(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && readOnlyErrors.has(error.code);
  }
}
