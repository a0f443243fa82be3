import { h, render } from 'preact';
import { openModels } from '../../../../client/models/models.ts';
import { ModelView } from '../../../../client/viewer/modelView.tsx';
import type { Viewer } from '../../../../client/viewer/viewer.ts';
import { viewState } from '../../../../client/viewer/viewState.ts';
import type { Model } from '../../../../shared/models/model.ts';
import { manyBoxes, manyTriangles } from './models.ts';

const place = document.getElementById('page');
const models = openModels();
const state = viewState();
let open: ((viewer: Viewer) => void) | null = null;
const opened = new Promise<Viewer>((resolve) => {
  open = resolve;
});

/** Puts a model into the page, in the place of what was there. */
function show(model: Model, label = 'A model'): void {
  if (!place) return;
  render(
    h(ModelView, {
      model,
      label,
      state,
      onViewer: (viewer) => {
        if (viewer) open?.(viewer);
        Object.assign(window, { viewer });
      },
    }),
    place,
  );
}

Object.assign(window, {
  state,
  show,
  opened,
  manyBoxes,
  manyTriangles,
  moduleModel: (module: string) => models.ask('modelOfModule', { module, values: {} }),
});
document.documentElement.dataset.ready = 'yes';
