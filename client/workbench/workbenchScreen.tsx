import '../designs/draft/draft.css';
import './workbench.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { InstanceOf } from '../../shared/assemblies/instances.ts';
import { moduleById } from '../../shared/modules/all.ts';
import { addressOf } from '../addresses.ts';
import { ReadDesigns } from '../assemblies/readDesigns.ts';
import { t } from '../catalogue/designTexts.ts';
import { ConflictList } from '../designs/draft/conflictList.tsx';
import { SavedLine } from '../designs/draft/savedLine.tsx';
import { useDraft } from '../designs/draft/useDraft.ts';
import { failureText } from '../failureText.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { lengthUnits } from '../measures/lengthUnits.ts';
import { randomId } from '../randomId.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { PageFrame } from '../ui/page.tsx';
import { AddDialog } from './addDialog.tsx';
import { Workbench } from './bench.ts';
import { BudgetBars } from './budgetBars.tsx';
import { Collisions } from './collisions.ts';
import { freePlace } from './freePlace.ts';
import { add, newInstance } from './gestures/entries.ts';
import { addAlternative } from './gestures/settings.ts';
import { JointsPanel } from './jointsPanel.tsx';
import { ManyDialog } from './manyDialog.tsx';
import { ModelPicture } from './modelPicture.tsx';
import { OwnNumbers } from './ownNumbers.tsx';
import { Picturing } from './picturing.ts';
import { ProblemList } from './problemList.tsx';
import { SettingsPanel } from './settingsPanel.tsx';
import { SumsLine, SumsPanel } from './sumsPanel.tsx';
import { ThingList } from './thingList.tsx';
import { Toolbar } from './toolbar.tsx';
import { useBenchKeys } from './useBenchKeys.ts';
import { usePublishing } from './usePublishing.ts';

const words = t.workbench;
const PARTS = ['tree', 'settings', 'joints', 'problems', 'sums'] as const;
type Part = (typeof PARTS)[number];
const SIDES = ['settings', 'joints'] as const;

interface WorkbenchScreenProps {
  draftId: string;
  /** The module that stands there first, where nothing does yet. */
  first: string | null;
}

/** The page of a draft's model. */
export function WorkbenchScreen({ draftId, first }: WorkbenchScreenProps) {
  const { draft, failure, tryAgain } = useDraft(draftId);
  const bench = useMemo(() => new Workbench(draft, new ReadDesigns()), [draft]);
  const content = draft.content.value;
  useEffect(() => {
    if (content) bench.designs.read(content);
  }, [bench, content?.instances]);
  useEffect(() => {
    if (content?.instances.length === 0 && first !== null && moduleById(first))
      bench.act(add(newInstance(randomId(), { kind: 'module', module: first })));
  }, [content !== undefined]);
  const isReady =
    content !== undefined && bench.designs.arrived.value >= 0 && bench.designs.isComplete(content);
  const title = words.of(content?.title || t.draft.untitled);
  if (!content || !(isReady || bench.designs.hasFailed.value))
    return (
      <PageFrame title={words.title}>
        {failure ? (
          <div class="stack" role="alert">
            <p>{failure.kind === 'not-found' ? t.draft.gone : failureText(failure)}</p>
            <Button onPress={tryAgain}>{t.words.tryAgain}</Button>
          </div>
        ) : (
          <PageLoading />
        )}
      </PageFrame>
    );
  return (
    <PageFrame
      title={title}
      action={<ButtonLink href={addressOf.draft(draftId)}>{words.backToDraft}</ButtonLink>}
    >
      <Bench bench={bench} />
    </PageFrame>
  );
}

function Bench({ bench }: { bench: Workbench }) {
  const { draft } = bench;
  const [part, setPart] = useState<Part>('tree');
  const [several, setSeveral] = useState(false);
  const [opened, setOpened] = useState<'add' | 'alternative' | 'many' | null>(null);
  const picturing = useMemo(() => new Picturing(bench), [bench]);
  const collisions = useMemo(() => new Collisions(bench, picturing), [bench, picturing]);
  useEffect(() => picturing.begin(), [picturing]);
  useEffect(() => collisions.begin(), [collisions]);
  const { publish, busy } = usePublishing(bench, picturing);
  useEffect(() => {
    // What was taken back or away is not chosen any longer.
    const there = new Set(bench.content.peek()?.instances.map(({ id }) => id));
    const { value: chosen } = bench.selected;
    if (chosen.some((id) => !there.has(id))) bench.selected.value = chosen.filter((id) => there.has(id));
  }, [bench, bench.content.value?.instances]);
  useBenchKeys(bench);
  const joining = bench.joining.value;
  useEffect(() => {
    if (joining) setPart('joints');
  }, [joining]);
  const content = bench.content.value;
  if (!content) return null;
  const take = async (of: InstanceOf) => {
    if (of.kind === 'design') await bench.designs.read({ instances: [newInstance(randomId(), of)] });
    const [chosen] = bench.selected.value;
    if (opened === 'alternative' && chosen !== undefined)
      bench.act(addAlternative(chosen, { id: randomId(), name: '', of, parameters: {}, note: '' }));
    else {
      const id = randomId();
      bench.act(add(newInstance(id, of, freePlace(picturing.model.value))));
      bench.choose(id);
      setPart('joints');
    }
    setOpened(null);
  };
  const side = part === 'joints' ? 'joints' : 'settings';
  return (
    <div class="draft bench" data-part={part} data-units={lengthUnits.value}>
      <SavedLine draft={draft} />
      {draft.restored.value > 0 && (
        <p class="note" role="status">
          {t.draft.keeping.restored(draft.restored.value)}
        </p>
      )}
      <ConflictList draft={draft} content={content} />
      {bench.designs.hasFailed.value && (
        <div class="note stack" role="alert">
          <p>{words.missing.failed}</p>
          <Button onPress={() => bench.designs.read(content)}>{t.words.tryAgain}</Button>
        </div>
      )}
      <Toolbar
        bench={bench}
        several={several}
        onSeveral={setSeveral}
        onAdd={() => setOpened('add')}
        onMany={() => setOpened('many')}
        onPublish={publish}
        isPublishing={busy}
      />
      <div class="bench-place">
        <div class="bench-tree" data-part="tree">
          <ThingList bench={bench} several={several} />
        </div>
        <ModelPicture bench={bench} picturing={picturing} several={several} />
        <div class="bench-choice">
          <SumsLine bench={bench} />
          <Chips
            label={words.parts.label}
            quiet
            line
            value={part}
            options={PARTS.map((value) => ({ value, label: words.parts[value] }))}
            onValue={setPart}
          />
        </div>
        <div class="bench-side" data-part={side}>
          <div class="bench-sides">
            <Chips
              label={words.parts.label}
              quiet
              line
              value={side}
              options={SIDES.map((value) => ({ value, label: words.parts[value] }))}
              onValue={setPart}
            />
          </div>
          {side === 'settings' ? (
            <SettingsPanel bench={bench} onAlternative={() => setOpened('alternative')} />
          ) : (
            <JointsPanel bench={bench} />
          )}
        </div>
      </div>
      <div class="bench-below">
        <div data-part="problems">
          <ProblemList bench={bench} collisions={collisions} />
          <BudgetBars bench={bench} />
        </div>
        <div data-part="sums">
          <SumsPanel bench={bench} />
          <OwnNumbers bench={bench} />
        </div>
      </div>
      {(opened === 'add' || opened === 'alternative') && (
        <AddDialog draft={draft} onAdd={take} onClose={() => setOpened(null)} />
      )}
      {opened === 'many' && <ManyDialog bench={bench} onClose={() => setOpened(null)} />}
    </div>
  );
}
