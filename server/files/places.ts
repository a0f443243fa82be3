import { join } from 'node:path';
import { fileId } from '../../shared/identifiers.ts';

/** Where files stand in a data folder, a backup, and beside an export. */
export const FILES_FOLDER = 'files';
/** Where a file is while it comes in: on the same disk, and in no backup. */
export const INCOMING_FOLDER = 'incoming';

export const folderOfIncoming = (dataFolder: string, place: number): string =>
  join(dataFolder, INCOMING_FOLDER, String(place));

/** Where files are that come in pieces, each under its upload's id. */
export const folderOfPieces = (dataFolder: string): string => join(dataFolder, INCOMING_FOLDER, 'pieces');

export const isFileId = (text: string): boolean => fileId.safeParse(text).success;

/** Of a file below its folder: `ab/abcd…`. */
export const pathOf = (id: string): string => join(id.slice(0, 2), id);
