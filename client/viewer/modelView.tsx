import './viewer.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { actByKey } from './acts.ts';
import { type Colour, hexOf } from './colours.ts';
import { FlatView } from './flatView.tsx';
import { NodeList } from './nodeList.tsx';
import { summaryInWords } from './summaryWords.ts';
import type { Viewer } from './viewer.ts';
import { Legend, Measured, Selected } from './viewNotes.tsx';
import { type ViewState, viewState } from './viewState.ts';
import { ViewTools } from './viewTools.tsx';

export interface ModelViewProps {
  model: Model;
  /** What it is: its name. */
  label: string;
  /** The page's own, where its lists follow what is selected. */
  state?: ViewState;
  /** Ids of the steps, first to last. */
  steps?: readonly string[];
  /** Without the list of what it is made of, where the page has one. */
  withoutList?: boolean;
  /** The canvas alone: the page around it steers, and tells what is selected. */
  bare?: boolean;
  /** What colours mean, told in the picture itself: it stays in sight while one turns. */
  told?: readonly { name: string; colour: Colour }[];
  onViewer?: (viewer: Viewer | null) => void;
}

/** A model to look at from all sides, with everything that can be done with it; three comes when this is first shown. */
export function ModelView({
  model,
  label,
  state: given,
  steps,
  withoutList,
  bare,
  told = [],
  onViewer,
}: ModelViewProps) {
  const words = t.viewer;
  const state = useMemo(() => given ?? viewState(), [given]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<SVGSVGElement>(null);
  const described = useId();
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [hasNone, setNone] = useState(false);
  const [helping, setHelping] = useState(false);
  const [colouring, setColouring] = useState(false);
  const summary = useMemo(() => summaryInWords(label, model), [label, model]);
  useEffect(() => {
    let opened: Viewer | null = null;
    let isGone = false;
    const open = async () => {
      const { openViewer } = await import('./viewer.ts');
      if (isGone || !canvas.current || !layer.current) return;
      opened = openViewer(canvas.current, { state, layer: layer.current, steps: steps ?? [] });
      setViewer(opened);
      onViewer?.(opened);
    };
    open().catch(() => setNone(true));
    return () => {
      isGone = true;
      onViewer?.(null);
      opened?.dispose();
    };
  }, [state]);
  useEffect(() => {
    viewer?.show(model).catch(() => setNone(true));
  }, [viewer, model]);
  const hasSteps = model.nodes.some(({ step }) => step !== null);
  return (
    <section class="model-view" aria-label={label}>
      {hasNone ? (
        <FlatView model={model} label={label} />
      ) : (
        <>
          <div class="model-stage">
            <canvas
              ref={canvas}
              tabIndex={0}
              role="img"
              aria-label={label}
              aria-describedby={described}
              onKeyDown={(event) => {
                if (!viewer || event.ctrlKey || event.metaKey || event.altKey) return;
                if (actByKey(event.key, event.shiftKey, viewer, () => setHelping(true)))
                  event.preventDefault();
              }}
            />
            <svg ref={layer} class="model-notes" aria-hidden="true" />
            {told.length > 0 && (
              <ul class="view-legend over-model">
                {told.map(({ name, colour }) => (
                  <li key={name}>
                    <span class="swatch" aria-hidden="true" style={{ background: hexOf(colour) }} />
                    {name}
                  </li>
                ))}
              </ul>
            )}
            {!viewer && <p class="model-wait soft">{words.drawing}</p>}
            {viewer?.lost.value && <p class="model-wait note">{words.lost}</p>}
          </div>
          {viewer && !bare && (
            <ViewTools
              viewer={viewer}
              hasSteps={hasSteps}
              colouring={colouring}
              onColouring={() => setColouring(!colouring)}
              onHelp={() => setHelping(true)}
            />
          )}
          {viewer && colouring && <Legend viewer={viewer} model={model} />}
        </>
      )}
      {!bare && (
        <div class="view-told" role="status">
          {state.measuring.value ? <Measured state={state} /> : <Selected model={model} state={state} />}
        </div>
      )}
      <p class={bare ? 'only-heard' : 'small soft'} id={described}>
        {summary}
      </p>
      {!withoutList && !bare && <NodeList model={model} state={state} />}
      {helping && (
        <Dialog title={words.helpTitle} onClose={() => setHelping(false)}>
          <ul>
            {words.helpLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </section>
  );
}
