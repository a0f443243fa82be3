import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DesignContent } from '../../shared/designs/content.ts';
import { revisionView } from '../../shared/designs/designViews.ts';
import { type MomentsView, momentsView } from '../../shared/network/momentViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { ShownAssembly } from '../designs/page/shownAssembly.ts';
import { useResource } from '../resource.ts';
import { SelectField } from '../ui/field.tsx';
import { Shown } from '../ui/shown.tsx';
import { HistoryPlayer } from './historyPlayer.tsx';

const words = t.history;

export interface HistoryProps {
  /** Where the moments are read. */
  path: string;
  /** What moves them. */
  topics: readonly string[];
  timeZone: string;
  /** The thing that was there before, where a build works on one. */
  subject?: string | null;
  /** Names of machines, by id, as far as the page knows them. */
  machines?: Readonly<Record<string, string>>;
}

/** All that is written down of a build or a thing, to be run through. */
export function History({ path, topics, timeZone, subject, machines }: HistoryProps) {
  const moments = useResource(path, momentsView, () => [...topics]);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Shown resource={moments}>
      {(view) => {
        const thing = view.things.find(({ itemId }) => itemId === chosen) ?? view.things[0];
        if (!thing || view.moments.length === 0) return <p class="soft">{words.nothing}</p>;
        return (
          <div class="stack">
            {view.cut && <p class="note">{words.cut}</p>}
            {view.things.length > 1 && (
              <SelectField
                label={words.which}
                value={thing.itemId}
                options={view.things.map(({ itemId, name }) => ({ value: itemId, label: name }))}
                onValue={setChosen}
              />
            )}
            <OfThing
              key={thing.itemId}
              view={view}
              thing={thing}
              timeZone={timeZone}
              stood={thing.itemId === subject}
              machineName={(machineId) => machines?.[machineId] ?? null}
            />
          </div>
        );
      }}
    </Shown>
  );
}

interface OfThingProps {
  view: MomentsView;
  thing: MomentsView['things'][number];
  timeZone: string;
  stood: boolean;
  machineName: (machineId: string) => string | null;
}

/** With what its design says, where it has one. */
function OfThing({ thing, ...same }: OfThingProps) {
  const { of, itemId, name } = thing;
  const revision = useResource(of && `/api/designs/${of.designId}/revisions/${of.revision}`, revisionView);
  const content = revision.value.value?.content ?? null;
  const all = { ...same, thing: itemId, name };
  if (content && content.instances.length > 0) return <WithModel {...all} content={content} />;
  // Nobody shall begin to move what is then put together anew.
  if (of !== null && content === null && revision.loading.value)
    return <p class="soft history-waits">{words.reading}</p>;
  return (
    <HistoryPlayer
      {...all}
      parts={content?.parts ?? NOTHING}
      steps={content?.steps ?? NOTHING}
      model={null}
      instead={content && <p class="soft">{words.noModel}</p>}
    />
  );
}

const NOTHING: readonly never[] = [];

function WithModel({
  content,
  thing,
  ...same
}: Omit<OfThingProps, 'thing'> & { thing: string; name: string; content: DesignContent }) {
  const assembly = useMemo(() => new ShownAssembly(content), [content]);
  useEffect(() => assembly.begin(), [assembly]);
  const made = assembly.made.value;
  const hasFailed = assembly.failure.value !== null || assembly.designs.hasFailed.value;
  return (
    <HistoryPlayer
      {...same}
      thing={thing}
      parts={content.parts}
      steps={content.steps}
      model={made?.model ?? null}
      instead={
        <p class={hasFailed ? 'note' : 'soft history-waits'}>{hasFailed ? words.failed : words.noPicture}</p>
      }
    />
  );
}
