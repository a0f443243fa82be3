import type { AssemblySources } from '../../shared/assemblies/assembly.ts';
import type { DraftContent } from '../../shared/designs/content.ts';
import { contradictionsIn } from '../../shared/designs/contradictions.ts';
import { isLicenceExpression } from '../../shared/licences/expression.ts';
import { publishable } from '../designs/drafts/hindrances.ts';
import { modelProblems } from '../designs/drafts/modelProblems.ts';
import { assemblyViewOf } from '../designs/views/assembly.ts';
import type { DraftFindings, Reckoned, ReckoningOrder } from './order.ts';

/** All that a draft's view says of its content alone. */
export function findingsIn(content: DraftContent, sources: AssemblySources): DraftFindings {
  const checked = publishable(content);
  return {
    contradictions: contradictionsIn(content, isLicenceExpression),
    modelProblems: modelProblems(content, sources),
    hindrances: 'objections' in checked ? checked.objections.map(({ message }) => message) : [],
  };
}

export function reckoned({ what, content: text, designs }: ReckoningOrder): Reckoned {
  const content = JSON.parse(text);
  const byPin = new Map(designs.map((each) => [`${each.designId}:${each.revision}`, each.content]));
  const sources: AssemblySources = {
    designOf: ({ designId, revision }) => byPin.get(`${designId}:${revision}`) ?? null,
  };
  return what === 'draft'
    ? { what, found: findingsIn(content, sources) }
    : { what, view: assemblyViewOf(content, sources) };
}
