import { useState } from 'preact/hooks';
import type { CommandReply, Undo } from '../shared/commandReply.ts';
import { type CommandMethod, type CommandOptions, command } from './api.ts';
import { failureText } from './failureText.ts';
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
}

export interface CommandState {
  busy: boolean;
  /** The last failure; null after success, and while the next try is under way. */
  failure: RequestFailed | null;
  /** Gives the command, then shows a toast with Undo. Resolves to null where it failed; `failure` tells why. */
  give: (ask: Ask) => Promise<CommandReply | null>;
  clear: () => void;
}

/**
 * A personal command from a page: busy while it is under way, failure kept for the page, toast with Undo afterwards.
 * `failures: 'page'`: the page draws them (see `FormFailure`); otherwise a toast tells them.
 */
export function useCommand({ failures }: { failures: 'page' | 'toast' }): CommandState {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const give = async ({ method, path, body, ifMatch, done, after }: Ask) => {
    setBusy(true);
    setFailure(null);
    try {
      const reply = await command(method, path, body, { ifMatch: ifMatch ?? null });
      const undo: Undo | null = reply.undo;
      showToast(done, { undo, undone: () => after?.(null) });
      after?.(reply);
      return reply;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
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
