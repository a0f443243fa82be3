import type { DesignContent } from '../../shared/designs/content.ts';
import type { RevisionSummary } from '../../shared/designs/events.ts';
import type { DesignInterface } from '../../shared/designs/interfaces.ts';
import type { MachineKind } from '../../shared/machines/words.ts';

/** An interface as it is searched for; `size` in millimetres (volts for an electric one), null where it has none. */
export interface SearchedInterface {
  kind: DesignInterface['kind'];
  side: DesignInterface['side'];
  size: number | null;
}

/** What a design is found by, besides its words. */
export interface Facets {
  category: RevisionSummary['category'];
  tags: string[];
  licence: string;
  readiness: string | null;
  interfaces: SearchedInterface[];
  /** Kinds of machine that its steps and the lines that are made here need. */
  machines: MachineKind[];
  /** Modules that it is made of, through all its levels. */
  modules: string[];
}

/** The text columns of the index. */
export interface SearchedWords {
  title: string;
  purpose: string;
  tags: string;
  parts: string;
  story: string;
}

const STORY_CHARACTERS = 20_000;
const PARTS_CHARACTERS = 100_000;

/** The one measure by which two interfaces of a kind meet. */
export function sizeOf(each: DesignInterface): number | null {
  switch (each.kind) {
    case 'tubeEnd':
      return each.outer;
    case 'holeGrid':
      return each.pitch;
    case 'boltCircle':
    case 'shaft':
    case 'rodPair':
      return each.diameter;
    case 'hydraulicPort':
    case 'other':
      return each.size;
    case 'electric':
      return each.volts;
    case 'mountFace':
      return each.width;
  }
}

/**
 * @param content null where it was withdrawn: the rest still stands in the log.
 * @param modules that it is made of, through all its levels.
 */
export function searchedWordsOf(
  summary: RevisionSummary,
  content: DesignContent | null,
  modules: readonly string[],
): SearchedWords {
  return {
    title: summary.title,
    purpose: summary.purpose,
    tags: summary.tags.join('\n'),
    parts: content === null ? '' : namesOf(content, modules).slice(0, PARTS_CHARACTERS),
    story: content === null ? '' : content.story.slice(0, STORY_CHARACTERS),
  };
}

const namesOf = ({ parts }: DesignContent, modules: readonly string[]): string =>
  [...new Set([...modules, ...parts.flatMap(({ name, specification }) => [name, specification])])].join('\n');

/** @see searchedWordsOf */
export function facetsOf(
  summary: RevisionSummary,
  content: DesignContent | null,
  modules: readonly string[] = [],
): Facets {
  const machines = new Set<MachineKind>();
  for (const step of content?.steps ?? []) for (const kind of step.machines) machines.add(kind);
  for (const { source, machines: kinds } of content?.parts ?? []) {
    if (source === 'make') for (const kind of kinds) machines.add(kind);
  }
  return {
    category: summary.category,
    tags: summary.tags,
    licence: summary.licence,
    readiness: summary.technologyReadiness,
    interfaces: (content?.interfaces ?? []).map((each) => ({
      kind: each.kind,
      side: each.side,
      size: sizeOf(each),
    })),
    machines: [...machines].toSorted(),
    modules: modules.toSorted(),
  };
}
