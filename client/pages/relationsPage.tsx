import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type RelationsView, relationsView } from '../../shared/designs/lineageViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { DrawnOrListed } from '../designs/lineage/drawnOrListed.tsx';
import {
  around,
  circlesOf,
  type Machine,
  type Relation,
  relationKinds,
  stepsOf,
} from '../designs/lineage/relations.ts';
import { Circles, MachineName, Neighbours, WebList } from '../designs/lineage/webList.tsx';
import { deferred } from '../frame/deferred.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.lineage.web;
const WebDrawing = deferred(async () => (await import('../designs/lineage/webDrawing.tsx')).WebDrawing);
const WHOLE = '';
const DEPTHS = { one: 1, two: 2, far: 99 } as const;
type Depth = keyof typeof DEPTHS;

/** Which machine is made with which, what each uses and makes possible. What is asked stands in the address. */
export function RelationsPage({ query }: PageProps) {
  const relations = useResource('/api/designs/machines', relationsView);
  const asked: Asked = {
    relation: relationKinds.find((kind) => kind === query.relation) ?? 'madeFrom',
    machine: query.machine ?? WHOLE,
    depth: query.depth === 'two' || query.depth === 'far' ? query.depth : 'one',
  };
  return (
    <PageFrame title={t.lineage.machines} line={words.line}>
      <Shown resource={relations}>
        {(view) =>
          view.links.length === 0 ? <EmptyState text={words.none} /> : <Web view={view} asked={asked} />
        }
      </Shown>
    </PageFrame>
  );
}

interface Asked {
  relation: Relation;
  /** Its id; empty: the whole web. */
  machine: string;
  depth: Depth;
}

const addressWith = ({ relation, machine, depth }: Asked) =>
  `${addressOf.machineRelations}?${new URLSearchParams({
    relation,
    ...(machine ? { machine } : {}),
    ...(depth === 'one' ? {} : { depth }),
  })}`;

function Web({ view, asked }: { view: RelationsView; asked: Asked }) {
  const { route } = useLocation();
  const { relation, depth } = asked;
  const machines = useMemo(() => new Map(view.nodes.map((node) => [node.id, node] as const)), [view]);
  const steps = useMemo(() => stepsOf(view, relation), [view, relation]);
  const circles = useMemo(() => circlesOf(steps), [steps]);
  const circle = useMemo(
    () => new Map(circles.flatMap(({ members }, index) => members.map((id) => [id, index] as const))),
    [circles],
  );
  const chosen = machines.get(asked.machine) ?? null;
  const ask = (change: Partial<Asked>) => route(addressWith({ ...asked, ...change }));
  const choose = (machine: string) => ask({ machine });
  const common = { machines, circle, onChoose: choose };
  return (
    <>
      <div class="stack">
        <Chips
          label={words.relation}
          value={relation}
          options={relationKinds.map((kind) => ({ value: kind, label: t.lineage.relations[kind] }))}
          onValue={(kind) => ask({ relation: kind })}
        />
        <div class="narrow">
          <SelectField
            label={words.machine}
            value={chosen?.id ?? WHOLE}
            options={[{ value: WHOLE, label: words.all }, ...optionsOf(view.nodes)]}
            onValue={choose}
          />
        </div>
      </div>
      {chosen ? (
        <Around chosen={chosen} steps={steps} relation={relation} depth={depth} ask={ask} {...common} />
      ) : (
        <>
          <Circles circles={circles} machines={machines} />
          <p class="soft">{words.toThe}</p>
          <DrawnOrListed
            drawing={() => (
              <WebDrawing
                label={words.drawing(t.lineage.relations[relation])}
                steps={steps}
                here={null}
                {...common}
              />
            )}
            drawLabel={words.draw}
            list={<WebList steps={steps} {...common} />}
            listLabel={words.list}
          />
        </>
      )}
    </>
  );
}

const optionsOf = (nodes: readonly Machine[]) =>
  nodes
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));

interface AroundProps {
  chosen: Machine;
  machines: ReadonlyMap<string, Machine>;
  steps: ReturnType<typeof stepsOf>;
  relation: Relation;
  depth: Depth;
  circle: ReadonlyMap<string, number>;
  onChoose: (id: string) => void;
  ask: (change: Partial<Asked>) => void;
}

/** One machine: what it needs, what it leads to, and both drawn. */
function Around({ chosen, machines, steps, relation, depth, circle, onChoose, ask }: AroundProps) {
  const { before, after } = useMemo(() => around(steps, chosen.id, DEPTHS[depth]), [steps, chosen.id, depth]);
  // Only lines that lead a step nearer to the machine, or a step away from it: others would hide these.
  const near = steps.filter(
    (step) =>
      before.get(step.before) === (before.get(step.after) ?? Number.NaN) + 1 ||
      after.get(step.after) === (after.get(step.before) ?? Number.NaN) + 1,
  );
  return (
    <>
      <Chips
        label={words.depth}
        value={depth}
        options={[
          { value: 'one', label: words.depths.one },
          { value: 'two', label: words.depths.two },
          { value: 'far', label: words.depths.far },
        ]}
        onValue={(chosenDepth) => ask({ depth: chosenDepth })}
      />
      <h2>
        <MachineName machine={chosen} />
        {circle.has(chosen.id) && <span class="small"> ↻ {words.inCircle}</span>}
      </h2>
      <p class="soft">{words.toThe}</p>
      <DrawnOrListed
        drawing={() => (
          <WebDrawing
            label={words.around(chosen.name)}
            machines={machines}
            steps={near}
            here={chosen.id}
            circle={circle}
            onChoose={onChoose}
          />
        )}
        drawLabel={words.draw}
        list={
          <div class="stack">
            <Neighbours
              title={relation === 'madeFrom' ? words.before : words.beforeAll}
              reached={before}
              machines={machines}
              none={words.nothingBefore}
            />
            <Neighbours title={words.after} reached={after} machines={machines} none={words.nothingAfter} />
          </div>
        }
        listLabel={words.list}
      />
    </>
  );
}
