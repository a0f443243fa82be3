import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { DesignView, RevisionView } from '../../../shared/designs/designViews.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import { ModelView } from '../../viewer/modelView.tsx';
import type { Viewer } from '../../viewer/viewer.ts';
import { viewState } from '../../viewer/viewState.ts';
import { LinePicture } from '../linePicture.tsx';
import { ModelDownloads } from './modelDownloads.tsx';
import { ChosenLine, ModelLines } from './modelLines.tsx';
import { ModelProblems } from './modelProblems.tsx';
import { nodesOfLine } from './modelSelection.ts';
import { ModelSteps } from './modelSteps.tsx';
import { ModelSums } from './modelSums.tsx';
import { ModelTry } from './modelTry.tsx';
import { ShownAssembly } from './shownAssembly.ts';

interface AssemblyShownProps {
  design: DesignView;
  view: RevisionView;
  content: DesignContent;
  /** The line of the parts list that is shown in it first. */
  line: string | null;
}

/** A revision's own model: turned, its parts named, its steps played, its values tried, its papers taken along. */
export function AssemblyShown({ design, view, content, line }: AssemblyShownProps) {
  const words = t.designModel;
  const shown = useMemo(() => new ShownAssembly(content), [content]);
  const state = useMemo(viewState, [content]);
  const top = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  // The words of a step stand where the parts list was.
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => shown.begin(), [shown]);
  const model = shown.made.value?.model ?? null;
  const failure = shown.failure.value;
  const notMade: Readonly<Record<string, string>> = words.failed;
  const isThere = model !== null;
  useEffect(() => {
    if (model && line !== null) state.selected.value = nodesOfLine(model, line);
  }, [isThere]);
  // What is no longer there is not selected any more.
  useSignalEffect(() => {
    const { value: made } = shown.made;
    if (!made?.model) return;
    const there = new Set(made.model.nodes.map(({ id }) => id));
    const chosen = state.selected.peek();
    if (chosen.some((id) => !there.has(id))) state.selected.value = chosen.filter((id) => there.has(id));
  });
  const show = (ids: readonly string[]) => {
    state.selected.value = ids;
    top.current?.scrollIntoView({ block: 'nearest' });
  };
  const parts = shown.made.value?.parts ?? content.parts;
  return (
    <>
      <div class="model-and-lines" ref={top}>
        <div class="model-shown">
          {model ? (
            <ModelView
              model={model}
              label={content.title}
              state={state}
              steps={content.steps.map(({ id }) => id)}
              withoutList
              onViewer={setViewer}
            />
          ) : (
            <LinePicture
              fileId={null}
              drawn={{ designId: view.designId, revision: view.revision }}
              alt={t.designPage.picture(content.title)}
              class="design-picture model-waits"
            />
          )}
          <div role="status">
            {shown.isMaking.value && (
              <p class="soft">
                {shown.designs.isReading.value ? words.reading : model ? words.madeAnew : words.making}
              </p>
            )}
            {shown.isTried.value && !shown.isMaking.value && <p class="note">{words.trying.isTried}</p>}
          </div>
          {(failure !== null || shown.designs.hasFailed.value) && (
            <div class="note stack" role="alert">
              <p>{failure === null ? words.missing : (notMade[failure] ?? words.failed.unexpected)}</p>
              <Button onPress={() => shown.again()}>{words.again}</Button>
            </div>
          )}
          {model && <ChosenLine model={model} parts={parts} state={state} />}
        </div>
        <div class="model-beside">
          {model && content.steps.length > 0 && (
            <ModelSteps
              content={content}
              model={model}
              state={state}
              viewer={viewer}
              onPlaying={setPlaying}
            />
          )}
          {!isPlaying && <ModelLines parts={parts} model={model} state={state} onShow={show} />}
        </div>
      </div>
      <ModelTry shown={shown} design={design} view={view} />
      {model && <ModelProblems shown={shown} model={model} onShow={show} />}
      <ModelSums shown={shown} parts={parts} />
      {model && <ModelDownloads shown={shown} model={model} state={state} />}
    </>
  );
}
