import { command } from '../api.ts';
import { t } from '../catalogue/text.ts';
import { online } from '../connection.ts';
import { failureText } from '../failureText.ts';
import { RequestFailed } from '../problem.ts';
import { showToast } from '../ui/toasts.ts';
import { keepUnsent, type Waiting } from './keepUnsent.ts';
import type { FileToKeep } from './keptFiles.ts';
import { NotKept } from './notKept.ts';
import { prepareUnsent } from './prepareUnsent.ts';
import { sendUnsent } from './sendUnsent.ts';
import { leavePage, stayInPage } from './unkept.ts';

/**
 * Photographs and sounds are first kept, then sent: a closed page or a lost connection takes nothing away. Where there
 * is no room they are made small first; where there is none for that either, they are sent at once; without a
 * connection they stay in the page, and the person is told. Never throws for want of room.
 * @returns false where it is in the page only, or was refused.
 */
export async function keepOrSend(waiting: Waiting, sentence: string): Promise<boolean> {
  const why = await keptSomehow(waiting);
  if (why === null) {
    leavePage(waiting.commandId);
    return true;
  }
  return sendAtOnce(waiting, sentence, why);
}

/** Whether it is kept: null, or why not. */
async function keptSomehow(waiting: Waiting): Promise<NotKept['why'] | null> {
  try {
    await keepUnsent(waiting, Date.now());
    return null;
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    if (error.why !== 'full') return error.why;
  }
  try {
    await keepUnsent({ ...waiting, files: await madeSmall(waiting.files ?? []) }, Date.now());
    return null;
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    return error.why;
  }
}

/** What cannot be made small stays as it is. */
async function madeSmall(files: readonly FileToKeep[]): Promise<FileToKeep[]> {
  const small: FileToKeep[] = [];
  for (const file of files) {
    const isPhotograph = file.kind === 'photograph';
    const ready = async () => (await import('../files/send.ts')).readyPhotograph(file.blob);
    small.push({ ...file, blob: isPhotograph ? await ready().catch(() => file.blob) : file.blob });
  }
  return small;
}

async function sendAtOnce(waiting: Waiting, sentence: string, why: NotKept['why']): Promise<boolean> {
  const { commandId, method, path, body, files = [], ifMatch } = waiting;
  try {
    const { sendFilesAtOnce } = await import('./sendKeptFiles.ts');
    const reply = await command(method, path, await sendFilesAtOnce(body, files), { ifMatch, commandId });
    leavePage(commandId);
    showToast(sentence, { undo: reply.undo });
    return true;
  } catch (error) {
    // A piece of the program that is not here cannot be fetched either.
    const isOffline = !(error instanceof RequestFailed) || error.kind === 'offline';
    stayInPage({ waiting, sentence, why });
    showToast(isOffline ? t.offline.notKept[why] : failureText(error), { tone: 'failed' });
    return false;
  }
}

/** At once where there is a connection; else the photographs are made small meanwhile, so that there is room for more. */
export function sendOrPrepare(): void {
  if (online.value) sendUnsent();
  else prepareUnsent();
}
