import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { DesignFile } from '../../shared/designs/content.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { addition } from '../designs/draft/entries.ts';
import { sendFile } from '../files/send.ts';
import { RequestFailed } from '../problem.ts';
import { showToast } from '../ui/toasts.ts';
import type { Workbench } from './bench.ts';
import type { Picturing } from './picturing.ts';

/** Pixels of the picture that stands for a machine. */
const WIDTH = 960;
const HEIGHT = 720;

/** Leads to the draft's publishing; where the draft has no picture yet, the model becomes it on the way. */
export function usePublishing(bench: Workbench, picturing: Picturing) {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const publish = async () => {
    const { draft } = bench;
    const draftId = draft.view.value?.draftId;
    if (draftId === undefined) return;
    setBusy(true);
    // The parts list of thousands of things may still be on its way.
    await picturing.settled();
    await takePicture(bench, picturing);
    await draft.flush();
    route(addressOf.draftSection(draftId, 'publish'));
  };
  return { publish, busy };
}

async function takePicture({ draft }: Workbench, picturing: Picturing): Promise<void> {
  const content = draft.content.value;
  const viewer = picturing.viewer.value;
  const hasPicture = content?.files.some(({ role }) => role === 'picture') ?? true;
  if (!content || !viewer || hasPicture || content.instances.length === 0) return;
  const path = 'pictures/model.png';
  if (content.files.some((file) => file.path === path)) return;
  try {
    const picture = await viewer.picture(WIDTH, HEIGHT, 'iso');
    const { fileId, bytes } = await sendFile(picture);
    const file: DesignFile = { path, fileId, bytes, role: 'picture', words: content.title };
    draft.edit(addition(content, 'files', file));
  } catch (error) {
    // It can be published without a picture; whoever has one can add it there.
    if (!(error instanceof RequestFailed)) throw error;
    showToast(t.workbench.noPicture);
  }
}
