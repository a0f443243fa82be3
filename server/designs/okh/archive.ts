import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { DesignFile } from '../../../shared/designs/content.ts';
import type { FileStore } from '../../files/store.ts';
import { tableOfParts } from '../partsTable/toTable.ts';
import type { Leaving } from './leaving.ts';
import { licenceNoteOf, manualOf, readmeOf } from './texts.ts';
import { writeManifestLosh, writeManifestV1 } from './write.ts';

/** A file of the archive that is written anew from the design. */
interface Written {
  path: string;
  text: string;
}

/** Names of what the design already has stay its own; what is written gets another one. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name.toLowerCase()) ? `commonwright-${name}` : name;
}

/**
 * What is written into the archive of a revision: both manifests, the parts list, the story, the steps, the licences.
 * @param gone files of the design whose bytes are not here any more.
 */
export function writtenOf(leaving: Omit<Leaving, 'beside'>, gone: readonly DesignFile[]): Written[] {
  const { content } = leaving;
  const taken = new Set(
    content.files.filter(({ path }) => !isManifestPath(path)).map(({ path }) => path.toLowerCase()),
  );
  const free = (name: string) => freeName(name, taken);
  const manual = manualOf(content);
  const written: Written[] = [
    { path: free('README.md'), text: readmeOf(content) },
    ...(content.parts.length === 0 ? [] : [{ path: free('parts.csv'), text: tableOfParts(content) }]),
    ...(manual === null ? [] : [{ path: free('MANUAL.md'), text: manual }]),
    ...(leaving.replications ? [{ path: free('REPLICATIONS.md'), text: leaving.replications }] : []),
    { path: free('LICENCES.txt'), text: licenceNoteOf(content) },
    ...(gone.length === 0 ? [] : [{ path: free('WITHDRAWN.txt'), text: withdrawnNote(gone) }]),
  ];
  const named = (name: string) =>
    written.find(({ path }) => path === name || path === `commonwright-${name}`)?.path;
  const beside: Leaving['beside'] = {
    partsList: named('parts.csv'),
    instructions: named('MANUAL.md'),
    readme: named('README.md'),
    others: [
      'okh.yml',
      'okh.toml',
      ...written.map(({ path }) => path).filter((path) => /LICENCES|WITHDRAWN|REPLICATIONS/.test(path)),
    ],
  };
  return [
    { path: 'okh.toml', text: writeManifestLosh({ ...leaving, beside }) },
    { path: 'okh.yml', text: writeManifestV1({ ...leaving, beside }) },
    ...written,
  ];
}

/** Written anew, whatever the design came with. */
const isManifestPath = (path: string): boolean => path === 'okh.yml' || path === 'okh.toml';

const withdrawnNote = (gone: readonly DesignFile[]): string =>
  `These files were withdrawn; their bytes are gone, their names and SHA-256 remain.\n\n${gone
    .map(({ path, fileId }) => `${path}  ${fileId}`)
    .join('\n')}\n`;

/** What has been pressed together already is not pressed again. */
const PRESSED = /\.(jpe?g|png|webp|gif|zip|3mf|fcstd|f3[dz]|gz|7z|pdf|mp4|webm|glb)$/i;

/**
 * The archive of a revision as a stream: files are opened one after the other, so that it needs no room for the whole.
 * @param at instant of the revision, for the entries' times. Destroy the stream to stop early.
 */
export async function archiveOf(
  leaving: Omit<Leaving, 'beside'>,
  files: Pick<FileStore, 'open'>,
  at: Date,
): Promise<Readable> {
  const { content } = leaving;
  const own = content.files.filter(({ path }) => !isManifestPath(path));
  const here: DesignFile[] = [];
  const gone: DesignFile[] = [];
  for (const file of own) {
    const found = await files.open(file.fileId);
    await found?.close();
    (found === null ? gone : here).push(file);
  }
  const zip = new ZipFile();
  const output = zip.outputStream;
  if (!isReadable(output)) throw new Error('The archive gives no stream.');
  // A disk that fails in the middle breaks the connection; a reader who hangs up leaves no file open.
  const opened: Readable[] = [];
  zip.once('error', (error: Error) => output.destroy(error));
  output.once('close', () => {
    for (const stream of opened) stream.destroy();
  });
  for (const { path, text } of writtenOf(leaving, gone))
    zip.addBuffer(Buffer.from(text), path, { mtime: at });
  for (const file of here) {
    zip.addReadStreamLazy(file.path, { mtime: at, compress: !PRESSED.test(file.path) }, (give) => {
      void streamed(files, file).then(
        (stream) => {
          opened.push(stream);
          give(null, stream);
        },
        (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    });
  }
  zip.end();
  return output;
}

const isReadable = (stream: NodeJS.ReadableStream): stream is Readable => 'destroy' in stream;

async function streamed(files: Pick<FileStore, 'open'>, { fileId, path }: DesignFile): Promise<Readable> {
  const opened = await files.open(fileId);
  if (opened === null) throw new Error(`${path} was withdrawn in the meantime.`);
  return opened.stream(0, Math.max(0, opened.bytes - 1));
}
