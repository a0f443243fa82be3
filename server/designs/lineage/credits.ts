import type { DesignContent } from '../../../shared/designs/content.ts';
import type { Credit } from '../../../shared/designs/designViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { Names } from '../../parts.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { memberNamer } from '../naming.ts';
import { authorsOf, designById } from '../queries.ts';
import { adoptionsAround, answersOf, problemsOf, questionsOf, reviewsOf } from '../queriesOfTalk.ts';

type Role = Credit['roles'][number];

/** Designs of a lineage that are looked at. */
const MOST_DESIGNS = 300;

/**
 * Everybody who made a revision what it is, through all that it grew out of: authors of its revisions and of those that
 * it was forked from, whoever suggested and adopted, reported what was fixed, answered and reviewed; then those whom its
 * content names.
 */
export function creditsOf(
  { views, names }: { views: ViewsReader; names: Names },
  of: PinnedRevision,
  content: DesignContent | null,
): Credit[] {
  const people = new People();
  const upTo = new Map<string, number>();
  const waiting: PinnedRevision[] = [of];
  for (let at = waiting.shift(); at && upTo.size < MOST_DESIGNS; at = waiting.shift()) {
    const { designId, revision } = at;
    if ((upTo.get(designId) ?? 0) >= revision) continue;
    upTo.set(designId, revision);
    for (const memberId of authorsOf(views, designId, revision)) people.add(memberId, 'author', designId);
    const origin = designById(views, designId)?.forkedFrom;
    if (origin) waiting.push(origin);
    for (const adoption of adoptionsAround(views, designId)) {
      const { inRevision, fromDesign, fromRevision, suggestedBy, adoptedBy } = adoption;
      if (adoption.designId !== designId || inRevision > revision) continue;
      people.add(suggestedBy, 'suggested', fromDesign);
      people.add(adoptedBy, 'adopted', designId);
      waiting.push({ designId: fromDesign, revision: fromRevision });
    }
    talkCredits(views, at, people);
  }
  return [...people.named(names), ...attributed(content, of.designId)];
}

function talkCredits(views: ViewsReader, { designId, revision }: PinnedRevision, people: People): void {
  for (const { raisedBy, fixedIn } of problemsOf(views, designId)) {
    if (fixedIn !== null && fixedIn <= revision) people.add(raisedBy, 'reported', designId);
  }
  const answers = answersOf(views, designId);
  for (const { questionId, markedAnswer } of questionsOf(views, designId)) {
    for (const { answeredBy, answerId } of answers.get(questionId) ?? []) {
      if (answerId === markedAnswer) people.add(answeredBy, 'answered', designId);
    }
  }
  for (const { reviewedBy, ofRevision } of reviewsOf(views, designId)) {
    if (ofRevision <= revision) people.add(reviewedBy, 'reviewed', designId);
  }
}

/** Roles of people, in the order in which they are found. */
class People {
  readonly #roles = new Map<string, { roles: Set<Role>; designs: Set<string> }>();

  add(memberId: string, role: Role, designId: string): void {
    const known = this.#roles.get(memberId) ?? { roles: new Set(), designs: new Set() };
    known.roles.add(role);
    known.designs.add(designId);
    this.#roles.set(memberId, known);
  }

  named(names: Names): Credit[] {
    const named = memberNamer(names, this.#roles.keys());
    return [...this.#roles].map(([memberId, { roles, designs }]) => ({
      ...named(memberId),
      roles: [...roles],
      designs: [...designs],
    }));
  }
}

function attributed(content: DesignContent | null, designId: string): Credit[] {
  const roles = new Map<string, Set<Role>>();
  for (const { name, role } of content?.attributions ?? []) {
    const known = roles.get(name) ?? new Set();
    roles.set(name, known.add(role === 'manifestAuthor' ? 'contributor' : role));
  }
  return [...roles].map(([name, each]) => ({
    memberId: null,
    name,
    roles: [...each],
    designs: [designId],
  }));
}
