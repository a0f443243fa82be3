import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { ZipFile } from 'yazl';
import { designsIn } from '../../../../server/designs/bringing/designsIn.ts';
import { type Intake, takeIn } from '../../../../server/designs/bringing/intake.ts';
import { manifestsOf } from '../../../../server/designs/bringing/manifests.ts';
import { contentOfFolder } from '../../../../server/designs/bringing/recognise.ts';
import { storedTree } from '../../../../server/designs/bringing/storedTree.ts';
import { Remarks } from '../../../../server/designs/bringing/tree.ts';
import { type FileStore, openFileStore } from '../../../../server/files/store.ts';
import type { DraftContent } from '../../../../shared/designs/content.ts';

/** A file store in a folder of its own, and what is told while something comes in. */
export async function intakeOf(): Promise<Intake & { store: FileStore; dataFolder: string }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'commonwright-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const store = await openFileStore(dataFolder, 0);
  const signal = AbortSignal.timeout(60_000);
  return { store, admit: async () => {}, signal, remarks: new Remarks(), dataFolder };
}

/** Keeps bytes in the store. @returns their id. */
export const keep = async ({ store }: { store: FileStore }, bytes: Buffer): Promise<string> =>
  (await store.take(Readable.from([bytes]), async () => {})).fileId;

/** A zip archive as an honest program packs it. */
export async function zipOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of Readable.from(zip.outputStream)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What is recognised of a folder: a content for each design in it, with all remarks as lines. */
export async function recognised(
  files: Record<string, string | Buffer>,
  base: DraftContent | null = null,
): Promise<{ contents: DraftContent[]; told: string[] }> {
  const intake = await intakeOf();
  const parcels = (async function* () {
    for (const [path, content] of Object.entries(files)) {
      yield { path, open: async () => Readable.from([Buffer.from(content)]) };
    }
  })();
  const taken = await takeIn(intake, parcels);
  const tree = storedTree(intake.store, { name: 'corn-mill-main', origin: null, files: taken });
  const folders = designsIn(taken, await manifestsOf(tree, intake));
  const contents: DraftContent[] = [];
  for (const folder of folders) {
    const { remarks, signal } = intake;
    contents.push(
      await contentOfFolder(tree, folder, { baseOf: () => base, today: '2026-11-22', remarks, signal }),
    );
  }
  return {
    contents,
    told: intake.remarks.all().map(({ kind, at, sentence }) => `${kind} ${at}: ${sentence}`),
  };
}

/** The smallest picture there is. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
