import type { Instance } from '../../../shared/assemblies/instances.ts';
import { derivedId, isDerived } from '../../../shared/assemblies/lineIds.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { emptyLine, type PartLine } from '../../../shared/designs/partLines.ts';
import { AT_ORIGIN } from '../../../shared/modules/vectors.ts';
import type { LoneModel } from './loneModel.ts';

/** The one instance that stands for the folder's model file. */
const INSTANCE = 'model';
const LINE = derivedId(INSTANCE);

/** Lines as they stood before they were put below the line of their model. */
export function withoutStandingFile(parts: readonly PartLine[]): PartLine[] {
  return parts
    .filter(({ id }) => id !== LINE)
    .map((line) => (line.parent === LINE ? { ...line, parent: null } : line));
}

/** The file of a folder that is its model. */
export interface StandingFile extends LoneModel {
  /** Its tree of products became the parts list. */
  holdsList: boolean;
}

/**
 * A content whose model is a file of its folder. Where its parts list was read from that file, the file's line stands
 * above all others; else it is one more. Where something else stands in the model already, that stays.
 */
export function withStandingFile(
  content: DraftContent,
  base: DraftContent | null,
  file: StandingFile | null,
): DraftContent {
  const before = base?.instances ?? [];
  const isOwn = before.every(({ id, of }) => id === INSTANCE && of.kind === 'file');
  if (!isOwn) return withDerivedLines(content, base);
  if (file === null || content.instances.length > 0) return content;
  const { path, unit, holdsList } = file;
  const known = before[0]?.of;
  const instance: Instance = {
    id: INSTANCE,
    name: '',
    parameters: {},
    at: { origin: [...AT_ORIGIN.origin], x: [...AT_ORIGIN.x], z: [...AT_ORIGIN.z] },
    mirrored: false,
    step: null,
    alternatives: [],
    ...before[0],
    // What somebody said of this file is not guessed anew.
    of: known?.kind === 'file' && known.path === path ? known : { kind: 'file', path, unit, material: '' },
  };
  const title =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') || path;
  const line = base?.parts.find(({ id }) => id === LINE) ?? {
    ...emptyLine(LINE, title.slice(0, 160)),
    source: 'make' as const,
  };
  const below = content.parts.map((each) =>
    holdsList && each.parent === null ? { ...each, parent: LINE } : each,
  );
  return { ...content, instances: [instance], parts: [line, ...below] };
}

/** What people wrote on lines of the model stays with them until the lines are made anew. */
function withDerivedLines(content: DraftContent, base: DraftContent | null): DraftContent {
  const there = new Set(content.parts.map(({ id }) => id));
  const missing = base?.parts.filter((line) => isDerived(line) && !there.has(line.id)) ?? [];
  return missing.length === 0 ? content : { ...content, parts: [...content.parts, ...missing] };
}
