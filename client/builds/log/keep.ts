import type { BuildView } from '../../../shared/builds/views.ts';
import { command } from '../../api.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { online } from '../../connection.ts';
import { failureText } from '../../failureText.ts';
import { takenAt } from '../../files/takenAt.ts';
import type { FileToKeep } from '../../offline/keptFiles.ts';
import { NotKept } from '../../offline/notKept.ts';
import { prepareUnsent } from '../../offline/prepareUnsent.ts';
import { keepUnsent, sendUnsent } from '../../offline/unsent.ts';
import { RequestFailed } from '../../problem.ts';
import { randomId } from '../../randomId.ts';
import { asThere } from '../../serverClock.ts';
import { showToast } from '../../ui/toasts.ts';
import { type Taken, together } from './bursts.ts';
import type { StepShown } from './pending.ts';
import { stepAt } from './steps.ts';
import { tellWhenSent } from './useBuildLog.ts';

const words = t.buildLog;

type Of = Pick<BuildView, 'buildId' | 'name'>;

/** Puts photographs into the log, each at the time at which it was taken and with the step that was current then. */
export async function keepPhotographs(
  build: Of,
  steps: readonly StepShown[],
  files: readonly File[],
  now: number,
): Promise<void> {
  const taken: Taken[] = [];
  for (const file of files) {
    const at = asThere(await takenAt(file, now));
    taken.push({ at, step: stepAt(steps, at), file });
  }
  for (const { at, step, files: burst } of together(taken)) {
    const kept = burst.map((blob): FileToKeep => ({ key: randomId(), kind: 'photograph', blob }));
    const photographs = kept.map(({ key }) => key);
    const asked: Asked = { body: { at, step, photographs }, files: kept, what: words.photoKept(build.name) };
    if (!(await keep(build, asked, words.photosTaken(burst.length)))) return;
  }
  sendOrPrepare();
}

/** Puts a voice note into the log, with the present step. */
export async function keepSound(
  build: Of,
  steps: readonly StepShown[],
  blob: Blob,
  at: number,
): Promise<void> {
  const [key, said] = [randomId(), asThere(at)];
  const body = { at: new Date(said).toISOString(), step: stepAt(steps, said), sounds: [key] };
  const asked: Asked = { body, files: [{ key, kind: 'sound', blob }], what: words.voiceKept(build.name) };
  if (await keep(build, asked, words.voiceTaken)) sendOrPrepare();
}

/** At once where there is a connection; else the photographs are made small meanwhile, so that there is room for more. */
function sendOrPrepare(): void {
  if (online.value) sendUnsent();
  else prepareUnsent();
}

interface Asked {
  body: unknown;
  files: readonly FileToKeep[];
  what: string;
}

/** First kept, then sent: a closed page or a lost connection takes nothing away. False where it could do neither. */
async function keep({ buildId }: Of, { body, files, what }: Asked, sentence: string): Promise<boolean> {
  const path = `/api/builds/${buildId}/log`;
  const commandId = randomId();
  try {
    tellWhenSent(commandId, sentence);
    await keepUnsent({ commandId, method: 'post', path, body, ifMatch: null, what, files }, Date.now());
    return true;
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    return sendAtOnce({ path, commandId, body, files, sentence }, error);
  }
}

interface ToSend extends Omit<Asked, 'what'> {
  path: string;
  commandId: string;
  sentence: string;
}

/** Where the browser keeps nothing. */
async function sendAtOnce(
  { path, commandId, body, files, sentence }: ToSend,
  { why }: NotKept,
): Promise<boolean> {
  try {
    const { sendFilesAtOnce } = await import('../../offline/sendKeptFiles.ts');
    const reply = await command('post', path, await sendFilesAtOnce(body, files), { commandId });
    showToast(sentence, { undo: reply.undo });
    return true;
  } catch (error) {
    const isOffline = !(error instanceof RequestFailed) || error.kind === 'offline';
    showToast(isOffline ? t.offline.notKept[why] : failureText(error), { tone: 'failed' });
    return false;
  }
}
