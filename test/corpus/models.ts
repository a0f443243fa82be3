import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CannotBeRead } from '../../shared/models/read/findings.ts';
import { type ReadModel, readModel } from '../../shared/models/read/readModel.ts';
import { formatByName } from '../../shared/models/read/recognise.ts';
import { openOcct } from '../shared/models/read/occtInTests.ts';

/**
 * Reads every model and drawing of a folder of real ones, whole and cut short, and says what stands in it. Whatever is not
 * read must be refused in a kind that the pages have a sentence for. Folders: `MODEL_CORPUS` (several with `:` between
 * them), else the samples beside the project.
 */
const folders = (
  process.env.MODEL_CORPUS ?? resolve(import.meta.dirname, '../../../shared/data/models')
).split(':');
const CUTS = [0.1, 0.5, 0.9, 0.999];
const MOST_SECONDS = 60;

async function* modelsOf(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && formatByName(entry.name) !== null) yield join(entry.parentPath, entry.name);
  }
}

const summary = ({ format, model, drawing, unit, findings }: ReadModel): string => {
  const triangles = model?.parts.reduce((sum, { mesh }) => sum + mesh.triangles.length / 3, 0) ?? 0;
  const what = model
    ? `${model.parts.length} parts, ${model.occurrences.length} places, ${model.nodes.length} levels and leaves, ${triangles} triangles`
    : `${drawing?.outlines.length} outlines on ${drawing?.layers.length} layers`;
  const noticed = findings.map(({ kind, said }) => `\n    ${kind} ${JSON.stringify(said)}`).join('');
  return `  ${format}, ${unit.guessed} (${unit.why}): ${what}${noticed}`;
};

/** @returns what was read or why not; a fault where neither is told as it should. */
async function told(bytes: Uint8Array, path: string): Promise<{ said: string; fault: string | null }> {
  const before = performance.now();
  try {
    return { said: summary(await readModel(bytes, path, { openOcct })), fault: slow(before) };
  } catch (error) {
    if (error instanceof CannotBeRead) return { said: `  refused: ${error.message}`, fault: slow(before) };
    return { said: '', fault: String(error instanceof Error ? error.stack : error) };
  }
}

const slow = (before: number): string | null => {
  const seconds = (performance.now() - before) / 1000;
  return seconds > MOST_SECONDS ? `It took ${Math.round(seconds)} seconds.` : null;
};

let [read, faulty] = [0, 0];
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`${folder} is not here: nothing to read there. Name folders of models in MODEL_CORPUS.`);
    continue;
  }
  for await (const path of modelsOf(folder)) {
    console.log(path);
    read += 1;
    const bytes = new Uint8Array(await readFile(path));
    const { said, fault } = await told(bytes, path);
    console.log(said);
    const faults = [fault];
    for (const share of CUTS)
      faults.push((await told(bytes.slice(0, Math.floor(bytes.length * share)), path)).fault);
    const found = faults.filter((each) => each !== null);
    if (found.length > 0) faulty += 1;
    for (const each of found) console.error(`  FAULT ${each}`);
  }
}
console.log(`${read} models read, ${faulty} with faults.`);
process.exitCode = faulty > 0 ? 1 : 0;
