import { computed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { type MomentsView, momentsView } from '../../shared/network/momentViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import type { ShownAssembly } from '../designs/page/shownAssembly.ts';
import { useResource } from '../resource.ts';
import { SelectField } from '../ui/field.tsx';
import { Shown } from '../ui/shown.tsx';
import { HistoryPlayer } from './historyPlayer.tsx';
import { innerLinesOf } from './innerLines.ts';
import { placeAt, RevisionsRead } from './revisionsRead.ts';

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

/** With what its design says, where it has one: at each moment that of the revision that it was then. */
function OfThing({ thing, ...same }: OfThingProps) {
  const { revisions, itemId, name } = thing;
  const at = useSignal(same.view.moments.length - 1);
  const read = useMemo(() => new RevisionsRead(), []);
  useEffect(() => read.read(revisions), [read, revisions]);
  useEffect(() => () => read.end(), [read]);
  const place = useMemo(() => computed(() => placeAt(revisions, at.value)), [revisions]);
  const of = revisions[place.value]?.of ?? null;
  const content = of && read.contentOf(of);
  useEffect(() => {
    if (of) read.show(of);
  }, [read, content]);
  const assembly = of && read.assemblyOf(of);
  const made = assembly?.made.value ?? null;
  const inner = useMemo(
    () => content && made && innerLinesOf(content, (pin) => assembly?.designs.designOf(pin) ?? null),
    [content, made],
  );
  // Nobody shall begin to move what is then put together anew.
  if (content === undefined) return <p class="soft history-waits">{words.reading}</p>;
  return (
    <>
      {revisions.length > 1 && (
        <p class="small" role="status">
          {of && content ? words.asRevision(content.title, of.revision) : words.ofNone}
        </p>
      )}
      <HistoryPlayer
        {...same}
        at={at}
        thing={itemId}
        name={name}
        parts={content?.parts ?? NOTHING}
        steps={content?.steps ?? NOTHING}
        model={made?.model ?? null}
        inner={inner ?? undefined}
        instead={<Instead of={of} content={content} assembly={assembly} />}
      />
    </>
  );
}

const NOTHING: readonly never[] = [];

interface InsteadProps {
  of: PinnedRevision | null;
  content: DesignContent | null;
  assembly: ShownAssembly | null;
}

/** Why there is no picture, or not yet. */
function Instead({ of, content, assembly }: InsteadProps) {
  if (of === null) return null;
  if (content === null) return <p class="note">{words.failed}</p>;
  if (content.instances.length === 0) return <p class="soft">{words.noModel}</p>;
  const hasFailed = assembly && (assembly.failure.value !== null || assembly.designs.hasFailed.value);
  return hasFailed ? <p class="note">{words.failed}</p> : <p class="soft history-waits">{words.noPicture}</p>;
}
