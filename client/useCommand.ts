import { useState } from 'preact/hooks';
import type { CommandReply, Undo } from '../shared/commandReply.ts';
import { type CommandMethod, type CommandOptions, command, commandIdFor, letGo } from './api.ts';
import { t } from './catalogue/text.ts';
import { online } from './connection.ts';
import { failureText } from './failureText.ts';
import { keepUnsent, sendUnsent, unsent } from './offline/unsent.ts';
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
  /** Called once it is kept: the form can close. */
  kept?: () => void;
}

export interface CommandState {
  busy: boolean;
  /** The last failure; null after success, and while the next try is under way. */
  failure: RequestFailed | null;
  /** Gives the command, then shows a toast with Undo. Resolves to null where it failed; `failure` tells why. */
  give: (ask: Ask) => Promise<CommandReply | null>;
  clear: () => void;
}

/** Whether the command waits in this browser now. Behind what waits already, it waits too: the order stays. */
async function keepForLater({ method, path, body, ifMatch, keepAs, kept }: Ask): Promise<boolean> {
  if (keepAs === undefined) return false;
  const options = { ifMatch: ifMatch ?? null };
  const commandId = commandIdFor(method, path, body, options);
  try {
    await keepUnsent({ commandId, method, path, body, ifMatch: options.ifMatch, what: keepAs }, Date.now());
  } catch {
    // The form stays open with what was written in it.
    return false;
  }
  letGo(method, path, body, options);
  showToast(t.offline.kept(keepAs));
  kept?.();
  if (online.value) sendUnsent();
  return true;
}

/**
 * A personal command from a page: busy while it is under way, failure kept for the page, toast with Undo afterwards.
 * `failures: 'page'`: the page draws them (see `FormFailure`); otherwise a toast tells them.
 */
export function useCommand({ failures }: { failures: 'page' | 'toast' }): CommandState {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const give = async (ask: Ask) => {
    const { method, path, body, ifMatch, done, after } = ask;
    setBusy(true);
    setFailure(null);
    try {
      if (ask.keepAs && unsent.value.some(({ refusal }) => refusal === null))
        throw new RequestFailed('offline', 0);
      const reply = await command(method, path, body, { ifMatch: ifMatch ?? null });
      const undo: Undo | null = reply.undo;
      showToast(done, { undo, undone: () => after?.(null) });
      after?.(reply);
      return reply;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.kind === 'offline' && (await keepForLater(ask))) return null;
      setFailure(error);
      if (failures === 'toast') showToast(failureText(error), { tone: 'failed' });
      if (error.kind === 'precondition-failed') after?.(null);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, give, clear: () => setFailure(null) };
}
