import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandReply, Undo } from '../shared/commandReply.ts';
import { type CommandMethod, type CommandOptions, command, commandIdFor, letGo } from './api.ts';
import { t } from './catalogue/text.ts';
import { online } from './connection.ts';
import { failureText } from './failureText.ts';
import { keepUnsent } from './offline/keepUnsent.ts';
import type { FileToKeep } from './offline/keptFiles.ts';
import { codesIn } from './offline/labelled.ts';
import { NotKept } from './offline/notKept.ts';
import { sendUnsent, somethingWaits } from './offline/sendUnsent.ts';
import { RequestFailed } from './problem.ts';
import { showToast } from './ui/toasts.ts';

export interface Ask {
  method: CommandMethod;
  path: string;
  body: unknown;
  ifMatch?: CommandOptions['ifMatch'];
  /** What the toast says once it is done. */
  done: string;
  /** Reads the page's views again: after the command, after its undo, and where somebody changed them meanwhile. */
  after?: (reply: CommandReply | null) => void;
  /**
   * For what may wait for a connection (a fault, a stop, a note, a meter): how it is called while it does, such as
   * `Fault of the laser`. Without a connection it is kept in this browser and sent later, once.
   */
  keepAs?: string;
  /** Photographs and sounds that go before it: their keys stand in the body where their ids will be. */
  files?: readonly FileToKeep[];
  /** Called once it is kept: the form can close. */
  kept?: () => void;
}

export interface CommandState {
  busy: boolean;
  /** The last failure; null after success, and while the next try is under way. */
  failure: RequestFailed | null;
  /**
   * Gives the command, then shows a toast with Undo. Resolves to null where it failed; `failure` tells why. While one
   * is under way a second gives nothing, whatever it is: it is the other half of a double tap.
   */
  give: (ask: Ask) => Promise<CommandReply | null>;
  clear: () => void;
}

/** Whether the command waits in this browser now. Behind what waits already, it waits too: the order stays. */
async function keepForLater({
  method,
  path,
  body,
  ifMatch,
  keepAs,
  files = [],
  kept,
}: Ask): Promise<boolean> {
  if (keepAs === undefined) return false;
  const options = { ifMatch: ifMatch ?? null };
  const commandId = commandIdFor(method, path, body, options);
  try {
    const waiting = { commandId, method, path, body, ifMatch: options.ifMatch, what: keepAs, files };
    await keepUnsent(waiting, Date.now());
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    // The form stays open with what was written in it.
    showToast(t.offline.notKept[error.why], { tone: 'failed' });
    return false;
  }
  letGo(method, path, body, options);
  kept?.();
  // Behind what is on its way now it goes at once.
  if (online.value) sendUnsent();
  else showToast(t.offline.kept(keepAs));
  return true;
}

/** A part of the program that was never fetched here cannot be fetched now. */
function noConnection(): never {
  throw new RequestFailed('offline', 0);
}

/** Gives the command with its files. A repeat, and one that is kept, have the id of the first try. */
async function giveWithFiles({ method, path, body, ifMatch, files = [] }: Ask): Promise<CommandReply> {
  const options = { ifMatch: ifMatch ?? null };
  if (files.length === 0) return command(method, path, body, options);
  const commandId = commandIdFor(method, path, body, options);
  const { sendFilesAtOnce } = await import('./offline/sendKeptFiles.ts').catch(noConnection);
  const reply = await command(method, path, await sendFilesAtOnce(body, files), { ...options, commandId });
  letGo(method, path, body, options);
  return reply;
}

/**
 * A personal command from a page: busy while it is under way, failure kept for the page, toast with Undo afterwards.
 * `failures: 'page'`: the page draws them (see `FormFailure`); otherwise, and where the page was left, a toast tells them.
 */
export function useCommand({ failures }: { failures: 'page' | 'toast' }): CommandState {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  // What is drawn may be of before the last tap.
  const isUnderWay = useRef(false);
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );
  const give = async (ask: Ask) => {
    const { done, after } = ask;
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      // What names a thing by its code alone is sent by what finds things.
      if (ask.keepAs && (somethingWaits() || codesIn(ask).length > 0)) throw new RequestFailed('offline', 0);
      const reply = await giveWithFiles(ask);
      const undo: Undo | null = reply.undo;
      showToast(done, { undo, undone: () => after?.(null) });
      after?.(reply);
      return reply;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.kind === 'offline' && (await keepForLater(ask))) return null;
      setFailure(error);
      if (failures === 'toast' || isLeft.current) showToast(failureText(error), { tone: 'failed' });
      if (error.kind === 'precondition-failed') after?.(null);
      return null;
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, give, clear: () => setFailure(null) };
}
