import { useEffect, useRef, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import type { Viewer } from '../viewer/viewer.ts';
import type { StandardView } from '../viewer/viewState.ts';

const VIEWS = ['iso', 'front', 'right', 'top'] as const satisfies readonly StandardView[];

export interface ModuleCanvasProps {
  model: Model;
  /** What it shows, for those who cannot see it. */
  label: string;
  /** There are no graphics here, or they could not be fetched. */
  onNone: () => void;
}

/** A module to be turned with a finger, the mouse or the buttons below; the viewer comes when it is first needed. */
export function ModuleCanvas({ model, label, onNone }: ModuleCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  useEffect(() => {
    let opened: Viewer | null = null;
    let isGone = false;
    const open = async () => {
      const { openViewer } = await import('../viewer/viewer.ts');
      if (isGone || !canvas.current) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)');
      opened = openViewer(canvas.current, { reducedMotion: () => calm.matches });
      setViewer(opened);
    };
    open().catch(onNone);
    return () => {
      isGone = true;
      opened?.dispose();
    };
  }, []);
  useEffect(() => {
    viewer?.show(model).catch(onNone);
  }, [viewer, model]);
  return (
    <>
      <canvas ref={canvas} class="module-canvas" tabIndex={0} role="img" aria-label={label} />
      <fieldset class="buttons">
        <legend class="only-heard">{t.modules.seenFrom}</legend>
        {VIEWS.map((view) => (
          <Button
            key={view}
            onPress={() => {
              viewer?.view(view);
              viewer?.fit();
            }}
          >
            {t.modules.views[view]}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
