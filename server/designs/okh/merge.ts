import { type DraftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import type { ReadManifest } from './manifest.ts';

/**
 * A draft's content with what its manifest says: that takes precedence over what was guessed of the folder, and gives
 * its files their roles. A complete manifest stands for everything but the bytes.
 */
export function mergeManifest(content: DraftContent, read: ReadManifest): DraftContent {
  const named = new Map(read.files.map((file) => [file.path, file]));
  const leaveOut = new Set(read.leaveOut);
  const files = content.files
    .filter(({ path }) => !leaveOut.has(path))
    .map((file) => {
      const said = named.get(file.path);
      return said ? { ...file, role: said.role, words: said.words || file.words } : file;
    });
  if (read.complete) {
    const places = new Map(read.files.map(({ path }, index) => [path, index]));
    const inOrder = files.toSorted(
      (one, other) => (places.get(one.path) ?? files.length) - (places.get(other.path) ?? files.length),
    );
    return { ...EMPTY_CONTENT, ...read.content, files: inOrder };
  }
  const { parts, tags, attributions, parameters, links, story, ...fields } = read.content;
  return {
    ...content,
    ...said(fields),
    // A README tells more than the paragraph of a manifest, a table of parts more than its list.
    story: content.story || story || '',
    parts: content.parts.length > 0 ? content.parts : (parts ?? []),
    tags: united(content.tags, tags ?? []).slice(0, 50),
    attributions: unitedById(content.attributions, attributions ?? []).slice(0, 300),
    parameters: unitedById(content.parameters, parameters ?? []).slice(0, 500),
    links: {
      repository: links?.repository || content.links.repository,
      documentation: links?.documentation || content.links.documentation,
      project: links?.project || content.links.project,
    },
    files,
  };
}

/** What a manifest leaves open does not undo what was found elsewhere. */
const said = <Values extends object>(fields: Values): Partial<Values> => {
  const kept: Partial<Values> = { ...fields };
  for (const [name, value] of Object.entries(fields)) {
    if (value === '' || value === null) Reflect.deleteProperty(kept, name);
  }
  return kept;
};

const united = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];

const unitedById = <Entry extends { id: string }>(
  one: readonly Entry[],
  other: readonly Entry[],
): Entry[] => {
  const known = new Set(other.map(({ id }) => id));
  return [...one.filter(({ id }) => !known.has(id)), ...other];
};
