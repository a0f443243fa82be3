import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { takenAt } from '../../files/takenAt.ts';
import { keepOrSend, sendOrPrepare } from '../../offline/keepOrSend.ts';
import type { FileToKeep } from '../../offline/keptFiles.ts';
import { randomId } from '../../randomId.ts';
import { asThere } from '../../serverClock.ts';
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
    await keep(build, asked, words.photosTaken(burst.length));
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

interface Asked {
  body: unknown;
  files: readonly FileToKeep[];
  what: string;
}

function keep({ buildId }: Of, asked: Asked, sentence: string): Promise<boolean> {
  const commandId = randomId();
  tellWhenSent(commandId, sentence);
  const given = { commandId, method: 'post', path: `/api/builds/${buildId}/log`, ifMatch: null } as const;
  return keepOrSend({ ...given, ...asked }, sentence);
}
