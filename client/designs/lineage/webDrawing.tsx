import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Drawing, type DrawnEdge } from './drawing.tsx';
import type { Machine, Step } from './relations.ts';

const words = t.lineage.web;
const SIZE = { width: 156, height: 64 };
const CLOSE = { layers: 56, nodes: 10, lines: 6 };

export interface WebDrawingProps {
  label: string;
  machines: ReadonlyMap<string, Machine>;
  steps: readonly Step[];
  /** The one that is looked at. */
  here: string | null;
  /** In a circle of this relation, by the circle's number. */
  circle: ReadonlyMap<string, number>;
  onChoose: (id: string) => void;
}

/** Machines in layers: what is needed on the left, what it leads to on the right. */
export function WebDrawing({ label, machines, steps, here, circle, onChoose }: WebDrawingProps) {
  const ids = new Set(steps.flatMap(({ before, after }) => [before, after]));
  if (here !== null) ids.add(here);
  const edges: DrawnEdge[] = steps.map(({ before, after }) => {
    const round = circle.get(before);
    const isRound = round !== undefined && round === circle.get(after);
    return { from: before, to: after, look: isRound ? 'circle' : 'step' };
  });
  return (
    <Drawing
      label={label}
      nodes={[...ids].flatMap((id) => {
        const machine = machines.get(id);
        return machine
          ? [{ id, children: <Plate machine={machine} here={here} circle={circle} onChoose={onChoose} /> }]
          : [];
      })}
      edges={edges}
      size={SIZE}
      between={CLOSE}
    />
  );
}

interface PlateProps extends Pick<WebDrawingProps, 'here' | 'circle' | 'onChoose'> {
  machine: Machine;
}

/** The one in the middle leads to its design; any other one becomes the middle. */
function Plate({ machine: { id, name, designId }, here, circle, onChoose }: PlateProps) {
  const inCircle = circle.has(id);
  const children = (
    <>
      <span class="title wrapped">{name}</span>
      {inCircle && <span class="in-circle">↻ {words.inCircle}</span>}
    </>
  );
  if (id === here && designId !== null)
    return (
      <a class="graph-plate" data-here data-circle={inCircle || undefined} href={addressOf.design(designId)}>
        {children}
      </a>
    );
  if (id === here)
    return (
      <div class="graph-plate" data-here data-circle={inCircle || undefined}>
        {children}
      </div>
    );
  return (
    <button
      type="button"
      class="graph-plate"
      data-circle={inCircle || undefined}
      onClick={() => onChoose(id)}
    >
      {children}
    </button>
  );
}
