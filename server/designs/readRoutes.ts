import { z } from 'zod';
import { assemblyView } from '../../shared/assemblies/assemblyView.ts';
import { designView, lacksView, revisionList, revisionView } from '../../shared/designs/designViews.ts';
import { comparisonView, lineageView, relationsView } from '../../shared/designs/lineageViews.ts';
import { componentsView, whereUsedView } from '../../shared/designs/listViews.ts';
import { revisionNumber } from '../../shared/designs/partLines.ts';
import { suggestionList, suggestionView, talkView } from '../../shared/designs/talkViews.ts';
import { designId, suggestionId, workshopId } from '../../shared/identifiers.ts';
import { authorise, isAllowed } from '../authorisation/policy.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute, type Requester } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import type { Reckoning } from '../reckoning/reckoning.ts';
import { workshopById } from '../workshops/queries.ts';
import { enterDesign } from './door.ts';
import { lineageOf } from './lineage/graph.ts';
import { relationsOf } from './lineage/relations.ts';
import { componentsOf } from './lists/components.ts';
import { whereUsed } from './lists/whereUsed.ts';
import { type Design, type Revision, revisionOf } from './queries.ts';
import { suggestionById } from './queriesOfTalk.ts';
import { comparisonOf } from './views/comparison.ts';
import { type DraftOf, designViewOf } from './views/design.ts';
import { lacksOf } from './views/lacks.ts';
import { revisionListOf, revisionViewOf } from './views/revisions.ts';
import { suggestionViewOf } from './views/suggestion.ts';
import { suggestionsOf, talkOf } from './views/talk.ts';

const params = z.strictObject({ designId });
const ofRevision = z.strictObject({ designId, revision: z.coerce.number().pipe(revisionNumber) });
const path = '/api/designs/{designId}';
const read = { method: 'get', tag: 'designs', access: 'public', scopes: ['workshops:read'] } as const;

/** `{designId}:{revision}`, as addresses name a revision. */
const named = z
  .string()
  .regex(/^[0-9a-fA-F-]{36}:[0-9]{1,6}$/, 'must be a design’s id, a colon and the number of a revision')
  .transform((text) => ({ designId: text.slice(0, 36).toLowerCase(), revision: Number(text.slice(37)) }));

const viewerOf = (requester: Requester): string | null =>
  requester.kind === 'member' ? requester.memberId : null;

/** Reading about designs: they are commons, and open to everybody. */
export function designReadRoutes(
  parts: Pick<Parts, 'views' | 'names' | 'texts' | 'designs'>,
  { draftOf, reckoning }: { draftOf: DraftOf; reckoning: Reckoning },
): AnyRoute[] {
  const { views, designs } = parts;
  type Asked = Parameters<typeof enterDesign>[1];
  const enter = (request: Asked): Design => enterDesign(views, request, 'design.read');
  const enterRevision = (
    request: Asked & { params: { revision: number } },
  ): { design: Design; revision: Revision } => {
    const design = enter(request);
    const revision = revisionOf(views, design.designId, request.params.revision);
    if (!revision) throw new HttpProblem('not-found', 'This design has no such revision.');
    return { design, revision };
  };

  return [
    defineRoute({
      ...read,
      path: '/api/designs/machines',
      summary: 'How types of machine make, use and enable each other; circles are told',
      reply: relationsView,
      handle: () => ({ body: relationsOf(views) }),
    }),
    defineRoute({
      ...read,
      path,
      summary: 'One design: who made it, where, how it stands',
      params,
      reply: designView,
      handle: (request) => {
        const design = enter(request);
        const body = designViewOf(parts, design, viewerOf(request.requester), draftOf);
        return { body, revision: design.revision, momentary: true };
      },
    }),
    defineRoute({
      ...read,
      path: `${path}/revisions`,
      summary: 'The revisions of a design, newest first',
      params,
      query: z.strictObject({ after: z.coerce.number().pipe(revisionNumber).optional() }),
      reply: revisionList,
      handle: (request) => {
        const { designId: id, latest } = enter(request);
        return { body: revisionListOf(parts, id, request.query.after ?? latest + 1) };
      },
    }),
    defineRoute({
      ...read,
      path: `${path}/revisions/{revision}`,
      summary: 'One revision with all that it says',
      params: ofRevision,
      reply: revisionView,
      handle: (request) => {
        const { design, revision } = enterRevision(request);
        return { body: revisionViewOf(parts, design, revision) };
      },
    }),
    defineRoute({
      ...read,
      path: `${path}/revisions/{revision}/components`,
      summary: 'The parts list of a revision through all its levels, and what is to be cut',
      params: ofRevision,
      reply: componentsView,
      handle: (request) => ({ body: componentsOf(views, designs, enterRevision(request).revision) }),
    }),
    defineRoute({
      ...read,
      path: `${path}/revisions/{revision}/assembly`,
      summary: 'What follows from a revision’s model: problems, budgets, mass, what is to be cut',
      params: ofRevision,
      reply: assemblyView,
      handle: async (request) => {
        const content = designs.read(enterRevision(request).revision.contentId);
        if (!content || content.instances.length === 0) {
          throw new HttpProblem('not-found', 'This revision has no model.');
        }
        return { body: await reckoning.assembly(parts, content) };
      },
    }),
    defineRoute({
      ...read,
      path: `${path}/lineage`,
      summary: 'What a design came from and what came from it, as a graph',
      params,
      reply: lineageView,
      handle: (request) => ({ body: lineageOf(parts, enter(request).designId) }),
    }),
    defineRoute({
      ...read,
      path: `${path}/where-used`,
      summary: 'Designs that use this one, at any level, with how many',
      params,
      reply: whereUsedView,
      handle: (request) => ({ body: whereUsed(views, enter(request).designId) }),
    }),
    defineRoute({
      ...read,
      path: `${path}/lacks`,
      summary: 'What a workshop lacks for building a design, and who has it',
      params,
      query: z.strictObject({ workshop: workshopId }),
      reply: lacksView,
      handle: (request) => {
        const design = enter(request);
        const { requester, now } = request;
        const workshop = workshopById(views, request.query.workshop);
        if (!workshop) throw new HttpProblem('not-found', 'There is no such workshop.');
        const mayRead = (id: string) => isAllowed(views, requester, 'machine.read', { workshopId: id }, now);
        return { body: lacksOf(parts, design, workshop, mayRead) };
      },
    }),
    defineRoute({
      ...read,
      path: `${path}/talk`,
      summary: 'Problems, questions and reviews of a design, newest first',
      params,
      reply: talkView,
      handle: (request) => ({
        body: talkOf(parts, enter(request).designId, viewerOf(request.requester)),
      }),
    }),
    defineRoute({
      ...read,
      path: `${path}/suggestions`,
      summary: 'What forks have suggested to a design, the open ones first',
      params,
      reply: suggestionList,
      handle: (request) => ({
        body: { suggestions: suggestionsOf(parts, enter(request).designId, viewerOf(request.requester)) },
      }),
    }),
    defineRoute({
      ...read,
      path: `${path}/suggestions/{suggestionId}`,
      summary: 'One suggestion beside the newest revision: its changes, and where both changed the same',
      params: z.strictObject({ designId, suggestionId }),
      reply: suggestionView,
      handle: (request) => {
        const design = enter(request);
        const row = suggestionById(views, design.designId, request.params.suggestionId);
        if (!row) throw new HttpProblem('not-found', 'There is no such suggestion.');
        const body = suggestionViewOf(parts, design, row, viewerOf(request.requester));
        return { body, revision: row.revision, momentary: true };
      },
    }),
    defineRoute({
      ...read,
      path: '/api/compare',
      summary: 'What differs between two revisions, of one design or of two',
      query: z.strictObject({ one: named, other: named }),
      reply: comparisonView,
      handle: ({ query: { one, other }, requester, now }) => {
        authorise(views, requester, 'design.read', { workshopId: null }, now);
        return { body: comparisonOf(parts, one, other) };
      },
    }),
  ];
}
