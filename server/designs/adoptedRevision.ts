import type { z } from 'zod';
import type { Objection } from '../../shared/bookings/rules.ts';
import { keyOfChange } from '../../shared/designs/changes.ts';
import type { adoptSuggestion } from '../../shared/designs/commands.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { adopt } from './adopting.ts';
import { assemblySources, withLinesOfModel } from './assemblySources.ts';
import { publishable } from './drafts/hindrances.ts';
import { contentIdOf } from './drafts/publishing.ts';
import { revisionOf } from './queries.ts';
import type { KnownSuggestion } from './queriesOfTalk.ts';
import { type RevisionFacts, revisionFactsOf } from './revisionFacts.ts';

/** A revision that is to be published, with the keys of the changes that it took. */
export interface AdoptedRevision {
  revision: RevisionFacts & { revision: number };
  /** What it says. */
  content: DesignContent;
  taken: string[];
  whole: boolean;
}

/**
 * What becomes of a lineage's content with a suggestion in it, written to the file store unless it is only tried.
 * Everything that it is made of never changes, so that asking again makes the same.
 * @throws {HttpProblem} refused, with everything that stands against it
 */
export async function adoptedRevision(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  { designId, from, base }: KnownSuggestion,
  { changes, sides, onto, words }: z.output<typeof adoptSuggestion>,
  dryRun: boolean,
): Promise<AdoptedRevision> {
  const read = (of: PinnedRevision): DesignContent => {
    const found = revisionOf(views, of.designId, of.revision);
    if (!found) refuse({ rule: 'noSuchRevision', message: 'This design has no such revision.' });
    const content = designs.read(found.contentId);
    if (!content) {
      refuse({ rule: 'contentWithdrawn', message: 'What one of these revisions said was withdrawn.' });
    }
    return content;
  };
  const [mine, fork] = [read({ designId, revision: onto }), read(from)];
  const adoption = adopt({ base: read(base), fork, mine, chosen: changes, sides });
  if (adoption.outcome === 'unknownChanges') {
    const message = `The suggestion has no such change: ${named(adoption.keys)}.`;
    return refuse({ rule: 'unknownChange', message });
  }
  if (adoption.outcome === 'undecided') {
    const keys = adoption.conflicts.map(({ change }) => keyOfChange(change));
    const message = `Both sides changed the same: choose one for ${named(keys)}.`;
    return refuse({ rule: 'conflict', message });
  }
  if (adoption.taken.length === 0) {
    refuse({ rule: 'nothingTaken', message: 'Nothing is taken of it: decline it instead.' });
  }
  const told = words || fork.changes || `“${fork.title}” ${from.revision}`;
  const sources = assemblySources({ views, designs });
  const checked = publishable(withLinesOfModel({ ...adoption.content, changes: told }, sources));
  if ('objections' in checked) return refuse(...checked.objections);
  const { content } = checked;
  const contentId = dryRun ? contentIdOf(content) : await designs.write(content);
  return {
    revision: { revision: onto + 1, ...revisionFactsOf(content, contentId) },
    content,
    taken: adoption.taken,
    whole: adoption.whole,
  };
}

const MOST_NAMED = 20;
const named = (keys: readonly string[]): string => {
  const rest = keys.length - MOST_NAMED;
  return [...keys.slice(0, MOST_NAMED), ...(rest > 0 ? [`… (${rest})`] : [])].join(', ');
};

function refuse(...objections: Objection[]): never {
  const detail = objections.map(({ message }) => message).join(' ');
  throw new HttpProblem('refused', detail, { objections, nearest: null });
}
