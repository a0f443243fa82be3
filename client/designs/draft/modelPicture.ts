import type { DesignFile } from '../../../shared/designs/content.ts';
import { modelOfContent } from '../../assemblies/modelOfContent.ts';
import { sendLargeFile } from '../../files/sendLarge.ts';
import { CannotBeDone } from '../../models/done.ts';
import { openModels } from '../../models/models.ts';
import { RequestFailed } from '../../problem.ts';
import { addition } from './entries.ts';
import type { DraftState } from './state.ts';

const PATH = 'pictures/model.png';
/** Pixels of the picture that stands for a design. */
const WIDTH = 960;
const HEIGHT = 720;
/** Nobody who publishes waits longer for a picture. */
const SECONDS = 25;

/**
 * Takes a picture of a draft's model, where it has a model and no picture. Without one it is published all the same:
 * the server then shows a line drawing.
 */
export async function pictureModel(draft: DraftState): Promise<void> {
  const content = draft.content.peek();
  if (!content || content.instances.length === 0) return;
  if (content.files.some(({ role, path }) => role === 'picture' || path === PATH)) return;
  const models = openModels();
  try {
    const model = await modelOfContent(content, models, SECONDS);
    const { openViewer } = await import('../../viewer/viewer.ts');
    const picture = await pictureBy(openViewer, model);
    if (!picture) return;
    const { fileId, bytes } = await sendLargeFile(new File([picture], 'model.png', { type: 'image/png' }));
    const now = draft.content.peek() ?? content;
    const file: DesignFile = { path: PATH, fileId, bytes, role: 'picture', words: now.title };
    draft.edit(addition(now, 'files', file));
  } catch (error) {
    if (!(error instanceof CannotBeDone || error instanceof RequestFailed)) throw error;
  } finally {
    models.end();
  }
}

type OpenViewer = typeof import('../../viewer/viewer.ts').openViewer;

/** Null where the browser has no WebGL. */
async function pictureBy(openViewer: OpenViewer, model: Parameters<ReturnType<OpenViewer>['show']>[0]) {
  const viewer = opened(openViewer);
  if (!viewer) return null;
  try {
    await viewer.show(model);
    return await viewer.picture(WIDTH, HEIGHT, 'iso');
  } finally {
    viewer.dispose();
  }
}

function opened(openViewer: OpenViewer) {
  try {
    // On no page: it has the colours of paper, whatever the person's own palette is.
    return openViewer(document.createElement('canvas'));
  } catch {
    return null;
  }
}
