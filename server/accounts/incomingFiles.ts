import { type FileType, fileType } from '../../shared/files/kinds.ts';
import type { AccountsDatabase } from './database.ts';
import { assertAllowance } from './uploads.ts';

/** A file that comes in pieces, as far as it has come. */
export interface IncomingFile {
  uploadId: string;
  memberId: string;
  /** Of the whole, as announced. */
  bytes: number;
  /** As announced; null where it was not. */
  sha256: string | null;
  /** So many are safely on the disk. */
  received: number;
  /** What it became when it was whole. */
  became: { fileId: string; type: FileType } | null;
}

/** Which files are coming in, and from whom: so that they go on after a restart, in any process, and go with the member. */
export interface IncomingFiles {
  /** @throws {TooManyRequests} it would be more than a day's allowance, counting what has not arrived yet */
  start(file: { uploadId: string; memberId: string; bytes: number; sha256: string | null }): Promise<void>;
  /** Null also where it is somebody else's. */
  of(uploadId: string, memberId: string): Promise<IncomingFile | null>;
  receive(uploadId: string, received: number): Promise<void>;
  finish(uploadId: string, became: { fileId: string; type: FileType }): Promise<void>;
  forget(uploadId: string): Promise<void>;
  /** Forgets those that began before (UTC milliseconds). */
  forgetBefore(at: number): Promise<void>;
  /** Ids of all. */
  ids(): Promise<Set<string>>;
}

export function incomingFilesOf({ kysely }: AccountsDatabase, clock: () => Date): IncomingFiles {
  return {
    start: ({ uploadId, memberId, bytes, sha256 }) =>
      kysely.transaction().execute(async (tx) => {
        const at = clock().getTime();
        await assertAllowance(tx, memberId, bytes, at);
        const began = { uploadId, memberId, bytes, sha256, received: 0, at, fileId: null, type: null };
        await tx.insertInto('incomingFiles').values(began).execute();
      }),
    of: async (uploadId, memberId) => {
      const row = await kysely
        .selectFrom('incomingFiles')
        .selectAll()
        .where('uploadId', '=', uploadId)
        .where('memberId', '=', memberId)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { bytes, sha256, received, fileId } = row;
      const became = fileId === null ? null : { fileId, type: fileType.parse(row.type) };
      return { uploadId, memberId, bytes, sha256, received, became };
    },
    receive: async (uploadId, received) => {
      await kysely.updateTable('incomingFiles').set({ received }).where('uploadId', '=', uploadId).execute();
    },
    finish: async (uploadId, became) => {
      await kysely.updateTable('incomingFiles').set(became).where('uploadId', '=', uploadId).execute();
    },
    forget: async (uploadId) => {
      await kysely.deleteFrom('incomingFiles').where('uploadId', '=', uploadId).execute();
    },
    forgetBefore: async (at) => {
      await kysely.deleteFrom('incomingFiles').where('at', '<', at).execute();
    },
    ids: async () => {
      const rows = await kysely.selectFrom('incomingFiles').select('uploadId').execute();
      return new Set(rows.map(({ uploadId }) => uploadId));
    },
  };
}
