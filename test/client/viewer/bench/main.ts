import '../../../../client/look/tokens.css';
import { EmbeddedViewer } from 'online-3d-viewer';
import { type Models, openModels } from '../../../../client/models/models.ts';
import { openViewer } from '../../../../client/viewer/viewer.ts';
import { untilFirstFrame } from './firstFrame.ts';

const SIZE = { width: 800, height: 600 };
/** So long a page has nothing to do before it is measured, milliseconds. */
const REST = 100;

let models: Models | null = null;

function openStage(): HTMLElement {
  const stage = document.createElement('div');
  stage.style.width = `${SIZE.width}px`;
  stage.style.height = `${SIZE.height}px`;
  document.body.append(stage);
  return stage;
}

function close(stage: HTMLElement): void {
  for (const canvas of stage.querySelectorAll('canvas'))
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  stage.remove();
}

/** A viewer that is open and shows nothing yet. */
interface Opened {
  show(bytes: ArrayBuffer, name: string): Promise<void>;
  close(): void;
}

function ours(stage: HTMLElement): Opened {
  const canvas = document.createElement('canvas');
  canvas.style.width = '100%';
  canvas.style.height = '100%';
  stage.append(canvas);
  const viewer = openViewer(canvas);
  models ??= openModels();
  const worker = models;
  return {
    async show(bytes, name) {
      const { model } = await worker.ask('read', { bytes, name }, { moved: [bytes] });
      if (!model) throw new Error(`${name} holds no model.`);
      await viewer.show(model);
    },
    close: () => viewer.dispose(),
  };
}

function baseline(stage: HTMLElement): Opened {
  let done: (error?: Error) => void = () => {};
  const viewer = new EmbeddedViewer(stage, {
    onModelLoaded: () => done(),
    onModelLoadFailed: () => done(new Error('The file was not read.')),
  });
  return {
    show: (bytes, name) =>
      new Promise((resolve, reject) => {
        done = (error) => (error ? reject(error) : resolve());
        viewer.LoadModelFromFileList([new File([bytes], name)]);
      }),
    close: () => viewer.Destroy(),
  };
}

const contenders = { ours, baseline };

/**
 * Milliseconds that a contender takes with a file of the server's: its viewer is open, the bytes are in memory, and the
 * page has come to rest.
 */
async function measure(contender: keyof typeof contenders, name: string): Promise<number> {
  const stage = openStage();
  const viewer = contenders[contender](stage);
  const bytes = await (await fetch(`/models/${name}`)).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, REST));
  const milliseconds = await untilFirstFrame(stage, () => viewer.show(bytes, name));
  viewer.close();
  close(stage);
  return milliseconds;
}

Object.assign(window, { measure });
document.documentElement.dataset.ready = 'yes';
