import type { LineageView } from '../../../shared/designs/lineageViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { memberInWords } from '../words.ts';
import { Drawing, type DrawnEdge, type DrawnNode } from './drawing.tsx';
import { type Branch, shownIn } from './family.ts';
import type { FamilyProps } from './familyList.tsx';
import { Legend } from './legend.tsx';

const words = t.lineage.graph;
const SIZE = { width: 216, height: 68 };
const moreOf = (designId: string) => `more ${designId}`;

/** The family as a drawing: plates joined by what was forked, adopted and said to be the same. */
export function FamilyDrawing({ view, branches, here, onOpen }: FamilyProps & { view: LineageView }) {
  const shown = shownIn(branches);
  const ids = new Set(shown.map(({ design }) => design.designId));
  const nodes = shown.flatMap((branch) => nodesOf(branch, here, onOpen));
  const joined = new Map<string, DrawnEdge>();
  for (const { kind, from, to } of view.links) {
    if (!ids.has(from.designId) || !ids.has(to.designId)) continue;
    joined.set(`${kind} ${from.designId} ${to.designId}`, {
      from: from.designId,
      to: to.designId,
      look: kind,
    });
  }
  const more = shown
    .filter(({ hidden }) => hidden > 0)
    .map(({ design: { designId } }) => ({ from: designId, to: moreOf(designId), look: 'fork' }));
  const looks = new Set([...joined.values()].map(({ look }) => look));
  return (
    <>
      <Drawing label={words.drawing} nodes={nodes} edges={[...joined.values(), ...more]} size={SIZE} />
      <Legend
        label={words.legend}
        lines={[
          { look: 'fork', word: words.legendFork },
          { look: 'adoption', word: words.legendAdoption },
          { look: 'duplicate', word: words.legendDuplicate },
        ].filter(({ look }) => looks.has(look))}
      />
    </>
  );
}

function nodesOf(branch: Branch, here: string, onOpen: (designId: string) => void): DrawnNode[] {
  const { designId, title, workshop, publishedBy, latest } = branch.design;
  const isHere = designId === here;
  const node: DrawnNode = {
    id: designId,
    children: (
      <a
        class="graph-plate"
        href={addressOf.design(designId)}
        data-here={isHere || undefined}
        aria-current={isHere ? 'page' : undefined}
      >
        <span class="title">{title}</span>
        <span class="soft">{workshop?.name ?? memberInWords(publishedBy)}</span>
        <span class="soft">{isHere ? `${words.newest(latest)}, ${words.here}` : words.newest(latest)}</span>
      </a>
    ),
  };
  if (branch.hidden === 0) return [node];
  const rest: DrawnNode = {
    id: moreOf(designId),
    children: (
      <button type="button" class="graph-plate" onClick={() => onOpen(designId)}>
        {words.more(branch.hidden)}
      </button>
    ),
  };
  return [node, rest];
}
