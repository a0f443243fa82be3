import { openModels } from '../../../client/models/models.ts';
import { openViewer } from '../../../client/viewer/viewer.ts';
import { viewState } from '../../../client/viewer/viewState.ts';
import type { Model } from '../../../shared/models/model.ts';
import { manyBoxes, manyTriangles } from './models.ts';

const place = document.getElementById('page');
const state = viewState();
const models = openModels();
const canvas = document.createElement('canvas');
canvas.style.cssText = 'width:100vw;height:100vh;display:block;touch-action:none';
canvas.tabIndex = 0;
place?.append(canvas);
const viewer = openViewer(canvas, { state, reducedMotion: () => true });
const show = (model: Model) => viewer.show(model);
Object.assign(window, {
  state,
  viewer,
  show,
  manyBoxes,
  manyTriangles,
  moduleModel: (module: string, values = {}) => models.ask('modelOfModule', { module, values }),
  ready: true,
});
