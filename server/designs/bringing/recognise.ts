import { type DraftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { mergeManifest } from '../okh/merge.ts';
import { broughtAgain, tellChanges } from './again.ts';
import type { FolderOfDesign } from './designsIn.ts';
import { designFiles } from './fileRoles.ts';
import { lineOf } from './fitting.ts';
import { counted, stepsOf } from './instructions.ts';
import { languageOf } from './language.ts';
import { licencesOf } from './licences.ts';
import { loneModelOf } from './loneModel.ts';
import { partsOf } from './partsLists.ts';
import { Places } from './places.ts';
import { storyOf } from './readme.ts';
import { type StandingFile, withoutStandingFile, withStandingFile } from './standingFile.ts';
import { Remarks, type Tree } from './tree.ts';
import { validContent } from './valid.ts';

export interface Recognising {
  /** What stands already, where the folder is brought again; else null. */
  baseOf(found: { title: string; repository: string }): DraftContent | null;
  /** The day: `2026-11-22`. */
  today: string;
  remarks: Remarks;
  signal: AbortSignal;
}

/** All that a folder tells of its design, as a draft that may be published once it has a title and a licence. */
export async function contentOfFolder(
  tree: Tree,
  folder: FolderOfDesign,
  { baseOf, today, remarks, signal }: Recognising,
): Promise<DraftContent> {
  const manifest = folder.manifest?.read ?? null;
  const { files } = folder;
  tellManifest(folder, remarks);
  // Where the manifest says all, what is guessed besides is of no interest.
  const guesses = manifest?.complete ? new Remarks() : remarks;
  const places = new Places(files);
  const story = await storyOf(tree, files, places, guesses);
  const title = manifest?.content.title || story?.title || '';
  const repository = manifest?.content.links?.repository || tree.origin || '';
  const address = repository || manifest?.content.links?.project || '';
  const base = baseOf({ title: title || titleFrom(folder.name || tree.name), repository: address });
  signal.throwIfAborted();
  const readme = story && { page: story.page, path: story.path };
  const known = withoutStandingFile(base?.parts ?? []);
  const named = manifest?.files.find(({ role }) => role === 'partsList')?.path ?? null;
  const list = await partsOf(tree, files, { named, readme, known, today, remarks: guesses, signal });
  const steps = await stepsOf(tree, files, { places, readme, remarks: guesses });
  const kept = designFiles(files, guesses).map((file) => ({
    ...file,
    words: story?.shown.get(file.path) ?? file.words,
  }));
  const manifestPath = folder.manifest?.path;
  const placed = kept.map((file) =>
    file.path === manifestPath ? { ...file, role: 'manifest' as const } : file,
  );
  const pictures = kept.filter(({ role }) => role === 'picture');
  if (pictures.length > 0)
    guesses.add('recognised', '', `A gallery of ${counted(pictures.length, 'picture')}.`);
  const told = [story?.story ?? '', ...steps.map(({ text }) => text)].join('\n');
  const guessed: DraftContent = {
    ...EMPTY_CONTENT,
    title,
    purpose: story?.purpose ?? '',
    story: story?.story ?? '',
    language: languageOf(told) ?? base?.language ?? 'en',
    ...(await licencesOf(tree, files, readme, guesses)),
    parts: list?.lines ?? [],
    steps,
    files: placed,
    links: { ...EMPTY_CONTENT.links, repository },
  };
  const merged = manifest ? mergeManifest(guessed, manifest) : guessed;
  // Where lines are made by files, a model among them is a part, and not the whole.
  const isOfParts = list?.model || merged.parts.some((line) => line.files.length > 0);
  const lone = isOfParts ? null : await loneModelOf(tree, files, { remarks: guesses, signal });
  const standing: StandingFile | null = list?.model
    ? { path: list.model, unit: 'mm', holdsList: true }
    : lone && { ...lone, holdsList: false };
  const modelled = withStandingFile(merged, base, standing);
  const next = base ? broughtAgain(base, modelled) : modelled;
  const content = validContent(
    { ...next, title: next.title || titleFrom(folder.name || tree.name) },
    remarks,
  );
  if (base) tellChanges(base, content, remarks);
  return content;
}

function tellManifest({ files, manifest }: FolderOfDesign, remarks: Remarks): void {
  if (!manifest) return;
  const { path, read } = manifest;
  const family = read.family === 'okh-v1' ? 'Open Know-How 1' : 'Open Know-How (LOSH)';
  remarks.add('recognised', path, `A manifest: ${family}.`);
  for (const { kind, at, sentence } of read.remarks) remarks.add(kind, at, sentence);
  const there = new Set(files.map((file) => file.path));
  for (const named of read.files) {
    if (!there.has(named.path))
      remarks.add('lost', named.path, 'The manifest names it, and it is not there.');
  }
}

/** A name of a folder or an archive as a title. */
export function titleFrom(name: string): string {
  const words = name
    .replace(/\.(zip|git)$/i, '')
    .replace(/[-_](main|master|develop)$/i, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return lineOf(words.charAt(0).toUpperCase() + words.slice(1), 120);
}
