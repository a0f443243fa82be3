import { circlesIn } from '../../../shared/designs/circles.ts';
import type { RelationsView } from '../../../shared/designs/lineageViews.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { type Design, designById, designsWithRelations } from '../queries.ts';

type Node = RelationsView['nodes'][number];

/**
 * How types of machine make, use and enable each other, as their designs say. A name that is the title of a design means
 * that design. Forks repeat what they came from: they are left out unless somebody names them.
 */
export function relationsOf(views: ViewsReader): RelationsView {
  const designs = designsWithRelations(views).filter(({ forkedFrom }) => forkedFrom === null);
  const byTitle = new Map<string, Design>();
  for (const design of designs.toReversed()) byTitle.set(design.title.toLowerCase(), design);
  const nodes = new Map<string, Node>();
  const enter = (design: Design): string => {
    const { designId: id, title: name, summary } = design;
    nodes.set(id, { id, name, designId: id, category: summary.category, cycle: null });
    return id;
  };
  const named = (name: string): string => {
    const id = `name:${name.trim().toLowerCase()}`;
    if (!nodes.has(id)) nodes.set(id, { id, name, designId: null, category: null, cycle: null });
    return id;
  };
  const links = new Map<string, RelationsView['links'][number]>();
  for (const design of designs) {
    const from = enter(design);
    for (const { kind, what, design: designId } of design.relations) {
      const other =
        (designId === null ? null : designById(views, designId)) ?? byTitle.get(what.trim().toLowerCase());
      const to = other ? enter(other) : named(what);
      links.set(`${kind} ${from} ${to}`, { kind, from, to });
    }
  }
  const madeFrom = [...links.values()].filter(({ kind }) => kind === 'madeFrom');
  circlesIn(nodes.keys(), madeFrom).forEach((circle, index) => {
    for (const id of circle) {
      const node = nodes.get(id);
      if (node) node.cycle = index;
    }
  });
  return { nodes: [...nodes.values()], links: [...links.values()] };
}
