import { untracked } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { actByKey } from '../viewer/acts.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { Measured } from '../viewer/viewNotes.tsx';
import type { Workbench } from './bench.ts';
import { FlatPicture } from './flatPicture.tsx';
import { Overlay } from './overlay.tsx';
import { PictureTools } from './pictureTools.tsx';
import type { Picturing } from './picturing.ts';

const words = t.workbench.picture;

interface ModelPictureProps {
  bench: Workbench;
  picturing: Picturing;
  /** A press adds to what is chosen. */
  several: boolean;
}

/** The model in three dimensions, with what a hand can take hold of; a line drawing where the browser has no WebGL. */
export function ModelPicture({ bench, picturing, several }: ModelPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<SVGSVGElement>(null);
  const [viewer, setViewer] = useState<Viewer | 'none' | null>(null);
  // Its code did not arrive.
  const [isLost, setLost] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [told, setTold] = useState('');
  const [height, setHeight] = useState(400);
  const [helping, setHelping] = useState(false);
  const more = useRef(several);
  more.current = several;
  const { view } = picturing;
  const model = picturing.model.value;
  const state = picturing.state.value;
  useEffect(() => {
    const element = canvas.current;
    const notes = layer.current;
    if (!element || !notes) return;
    let opened: Viewer | null = null;
    let ended = false;
    import('../viewer/viewer.ts').then(
      ({ openViewer }) => {
        if (ended) return;
        try {
          opened = openViewer(element, {
            state: view,
            layer: notes,
            // As they are when the model is shown: steps come and go with it.
            get steps() {
              return bench.content.peek()?.steps.map(({ id }) => id) ?? [];
            },
            pressed(hit, among) {
              if (view.measuring.peek()) return false;
              const { value: shown } = picturing.model;
              const instance = hit ? (shown?.nodes[hit.node]?.instance ?? null) : null;
              if (instance !== null || !(among || more.current))
                bench.choose(instance, among || more.current);
              return true;
            },
          });
          setViewer(opened);
          picturing.viewer.value = opened;
        } catch {
          setViewer('none');
        }
      },
      () => {
        if (!ended) setLost(true);
      },
    );
    const sized = new ResizeObserver(() => setHeight(element.clientHeight));
    sized.observe(element);
    return () => {
      ended = true;
      sized.disconnect();
      picturing.viewer.value = null;
      opened?.dispose();
    };
  }, [bench, picturing, attempts]);
  const drawn = viewer === 'none' ? null : viewer;
  useEffect(() => {
    if (!drawn || !model) return;
    const before = drawn.model.peek()?.nodes.length ?? 0;
    // What was added may stand out of sight.
    void drawn.show(model).then((isShown) => {
      if (isShown && before > 1 && model.nodes.length > before) drawn.fit();
    });
  }, [drawn, model]);
  const chosen = bench.selected.value;
  const marked = useRef<readonly string[]>(view.selected.peek());
  useEffect(() => {
    if (!model) return;
    marked.current = nodesOf(model, chosen);
    view.selected.value = marked.current;
  }, [model, chosen]);
  useEffect(
    () =>
      view.selected.subscribe((now) => {
        // What a tool or a key let go (hidden things, Escape) is not chosen any longer.
        if (now.length === 0 && now !== marked.current) untracked(() => bench.choose(null));
      }),
    [bench, view],
  );
  const drawAgain = () => {
    if (isLost) {
      setLost(false);
      setAttempts(attempts + 1);
    }
    picturing.again();
  };
  const isEmpty = bench.content.value?.instances.length === 0;
  // What has come apart does not stand where its places are; and a measuring hand presses the model itself.
  const isHeld = view.explosion.value.amount === 0 && !view.measuring.value;
  return (
    <section aria-label={words.label} class="bench-seen">
      <div class="bench-picture" data-empty={isEmpty || undefined} data-state={state}>
        {viewer === 'none' ? (
          <FlatPicture picturing={picturing} model={model} />
        ) : (
          <>
            <canvas
              ref={canvas}
              tabIndex={0}
              role="img"
              aria-label={words.label}
              onKeyDown={(event) => {
                if (!drawn || event.ctrlKey || event.metaKey || event.altKey) return;
                if (actByKey(event.key, event.shiftKey, drawn, () => setHelping(true)))
                  event.preventDefault();
              }}
            />
            <svg ref={layer} class="model-notes" aria-hidden="true" />
          </>
        )}
        {drawn && model && isHeld && (
          <Overlay bench={bench} viewer={drawn} height={height} onTold={setTold} />
        )}
        {isEmpty && <p class="bench-hint">{words.empty}</p>}
        <div class="bench-told" role="status">
          {view.measuring.value ? (
            <Measured state={view} />
          ) : state === 'drawing' && !isEmpty ? (
            <p>{words.loading}</p>
          ) : (
            told && <p>{told}</p>
          )}
        </div>
        {(state === 'failed' || isLost) && (
          <div class="bench-hint" role="alert">
            <p>{words.failed}</p>
            <Button onPress={drawAgain}>{words.again}</Button>
          </div>
        )}
      </div>
      <PictureTools bench={bench} viewer={drawn} model={model} isHelping={helping} onHelping={setHelping} />
    </section>
  );
}

/** Everything in the model that belongs to these instances: their topmost nodes. */
function nodesOf({ nodes }: Model, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  return nodes.flatMap(({ id, instance, parent }) =>
    instance !== null && wanted.has(instance) && nodes[parent]?.instance !== instance ? [id] : [],
  );
}
