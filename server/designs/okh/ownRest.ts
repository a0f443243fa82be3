import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { applyChanges } from '../../../shared/designs/applying.ts';
import { contentChange } from '../../../shared/designs/changes.ts';
import { type DraftContent, draftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import { filePath, fileRole } from '../../../shared/designs/fileRoles.ts';
import { isTable } from './document.ts';
import { type NamedFile, OWN_FIELD, type PlainTable, type ReadManifest } from './manifest.ts';

export type Reader = (table: PlainTable, remarks: ReadManifest['remarks']) => ReadManifest;

/** What the format has no place for: the changes that lead from what the manifest says to the design, and its files. */
const rest = z.strictObject({
  changes: z.array(contentChange).max(60_000),
  files: z.array(z.strictObject({ path: filePath, role: fileRole, words: z.string().max(300) })).max(5000),
  leaveOut: z.array(filePath).max(20),
});
const own = z.object({ format: z.coerce.number().pipe(z.literal(1)), rest: z.string() });

/** Characters that a rest may unfold into, at most: some 10,000 lines of parts. */
const MOST_CHARACTERS = 40_000_000;

/**
 * The field of ours for a manifest that says a part of the design: with it, reading gives back all of the design.
 * @param table the manifest without that field.
 * @param leaveOut files beside it that only retell it.
 */
export function ownRestOf(
  table: PlainTable,
  content: DraftContent,
  read: Reader,
  leaveOut: readonly string[],
): PlainTable {
  const files: NamedFile[] = content.files.map(({ path, role, words }) => ({ path, role, words }));
  const manifest = read(table, []);
  const changes = changesBetween(wholeOf(manifest), { ...content, files: [] });
  const text = JSON.stringify({ changes, files, leaveOut });
  return { format: 1, family: manifest.family, rest: deflateRawSync(text).toString('base64') };
}

/** What a manifest says, with what the field of ours adds; where it was edited by hand, the edit stands. */
export function withOwnRest(table: PlainTable, read: Reader, remarks: ReadManifest['remarks']): ReadManifest {
  const { [OWN_FIELD]: field, ...said } = table;
  const manifest = read(said, remarks);
  if (!isTable(field)) return manifest;
  const known = restFrom(field);
  const applied = known && applyChanges(wholeOf(manifest), known.changes);
  const content = applied && draftContent.safeParse(applied.content);
  if (!known || !content?.success) {
    remarks.push({ kind: 'lost', at: OWN_FIELD, sentence: 'What this field adds cannot be read any more.' });
    return manifest;
  }
  if (applied && applied.conflicts.length > 0) {
    const sentence = 'The manifest was edited since it left here: the edits stand.';
    remarks.push({ kind: 'repaired', at: OWN_FIELD, sentence });
  }
  const { files: _, ...everything } = content.data;
  const paths = new Set(known.files.map(({ path }) => path));
  return {
    ...manifest,
    content: everything,
    files: [...known.files, ...manifest.files.filter(({ path }) => !paths.has(path))],
    complete: true,
    leaveOut: known.leaveOut,
  };
}

const wholeOf = ({ content }: ReadManifest): DraftContent => ({ ...EMPTY_CONTENT, ...content, files: [] });

function restFrom(field: PlainTable): z.infer<typeof rest> | null {
  try {
    const packed = Buffer.from(own.parse(field).rest, 'base64');
    const text = inflateRawSync(packed, { maxOutputLength: MOST_CHARACTERS }).toString('utf8');
    return rest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
