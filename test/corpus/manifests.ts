import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Leaving } from '../../server/designs/okh/leaving.ts';
import { readManifest } from '../../server/designs/okh/read.ts';
import { validateLosh, validateV1 } from '../../server/designs/okh/validate.ts';
import { writeManifestLosh, writeManifestV1 } from '../../server/designs/okh/write.ts';
import { type DraftContent, draftContent, EMPTY_CONTENT } from '../../shared/designs/content.ts';

/**
 * Reads every manifest of a folder of real ones, lets it leave in both families, checks that it is valid there, and that
 * it comes back the same. Folders: `OKH_CORPUS` (several with `:` between them), else the samples beside the project.
 */
const folders = (process.env.OKH_CORPUS ?? resolve(import.meta.dirname, '../../../shared/data/okh')).split(
  ':',
);

async function* manifestsOf(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && /\.(ya?ml|toml|json)$/i.test(entry.name)) yield join(entry.parentPath, entry.name);
  }
}

/** What is wrong with a manifest's way in and out; empty where all is well. */
function faultsOf(bytes: Uint8Array, name: string): string[] {
  const read = readManifest(bytes, name);
  if (read.kind === 'unreadable') return [read.sentence];
  const told = read.remarks.map(({ kind, at, sentence }) => `    ${kind} ${at}: ${sentence}`);
  if (told.length > 0) console.log(told.join('\n'));
  const files = read.files.map((file, index) => ({
    ...file,
    fileId: index.toString(16).padStart(64, '0'),
    bytes: 1,
  }));
  const parsed = draftContent.safeParse({ ...EMPTY_CONTENT, ...read.content, files });
  if (!parsed.success) return [parsed.error.message];
  // To publish, a title and a licence are asked of its author, where the manifest has none.
  const content = {
    ...parsed.data,
    title: parsed.data.title || 'Untitled',
    licence: parsed.data.licence || 'CC0-1.0',
  };
  const leaving: Leaving = {
    content,
    revision: 1,
    url: 'https://designs.example/designs/1',
    authors: [],
    beside: { others: [] },
  };
  const [v1, losh] = [writeManifestV1(leaving), writeManifestLosh(leaving)];
  return [
    ...validateV1(parseYaml(v1)),
    ...validateLosh(JSON.parse(JSON.stringify(parseToml(losh)))),
    ...(isSame(v1, 'okh.yml', content) ? [] : ['It does not come back the same as okh.yml.']),
    ...(isSame(losh, 'okh.toml', content) ? [] : ['It does not come back the same as okh.toml.']),
  ];
}

function isSame(text: string, name: string, content: DraftContent): boolean {
  const back = readManifest(text, name);
  return (
    back.kind === 'read' &&
    isDeepStrictEqual({ ...EMPTY_CONTENT, ...back.content, files: [] }, { ...content, files: [] })
  );
}

let [read, faulty] = [0, 0];
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`${folder} is not here: nothing to read there. Name folders of manifests in OKH_CORPUS.`);
    continue;
  }
  for await (const path of manifestsOf(folder)) {
    console.log(path);
    read += 1;
    const faults = faultsOf(await readFile(path), path);
    if (faults.length === 0) continue;
    faulty += 1;
    for (const fault of faults) console.error(`  FAULT ${fault}`);
  }
}
console.log(`${read} manifests read, ${faulty} with faults.`);
process.exitCode = faulty > 0 ? 1 : 0;
