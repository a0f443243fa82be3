import type { ViewsReader } from '../views/reader.ts';
import { fileOrigins, fileShowings, withdrawnFiles } from './projection.ts';

/** Why a file is gone: the id of the reason in accounts, and when (UTC milliseconds). Null: it was not withdrawn. */
export function withdrawalOf(views: ViewsReader, fileId: string): { reasonId: string; at: number } | null {
  return views.byKey(withdrawnFiles, fileId) ?? null;
}

/** Those of the files that were not withdrawn, in their order: what a page can still show. */
export const withoutWithdrawn = (views: ViewsReader, fileIds: readonly string[]): string[] =>
  fileIds.filter((fileId) => withdrawalOf(views, fileId) === null);

/** Workshops that showed a file, now or once. */
export function workshopsShowing(views: ViewsReader, fileId: string): string[] {
  return views.all(fileShowings, 'where fileId = ?', fileId).map(({ workshopId }) => workshopId);
}

/** The design that named a file before anything else did; null where a machine did, or nothing does. */
export const designOfFile = (views: ViewsReader, fileId: string): string | null =>
  views.byKey(fileOrigins, fileId)?.designId ?? null;

/** Whether a published design names it: then everybody can read it anyway. */
export const isInDesign = (views: ViewsReader, fileId: string): boolean =>
  views.byKey(fileOrigins, fileId)?.inDesign === 1 && withdrawalOf(views, fileId) === null;
