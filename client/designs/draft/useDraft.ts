import { useEffect, useMemo, useState } from 'preact/hooks';
import { draftSaved, draftView } from '../../../shared/designs/draftViews.ts';
import { get, post } from '../../api.ts';
import { online } from '../../connection.ts';
import { account } from '../../offline/account.ts';
import { RequestFailed } from '../../problem.ts';
import { randomId } from '../../randomId.ts';
import { DraftState, type Surroundings } from './state.ts';
import { keepsNothing, type UnsavedStore, unsavedIn } from './unsaved.ts';

function storeFor(draftId: string): UnsavedStore {
  try {
    return unsavedIn(localStorage, account.value, draftId, randomId());
  } catch {
    return keepsNothing;
  }
}

const surroundings = (draftId: string): Surroundings => ({
  read: () => get(`/api/drafts/${draftId}`, draftView),
  save: (body, version) => post(`/api/drafts/${draftId}/changes`, { ...body, version }, draftSaved),
  store: storeFor(draftId),
  newId: randomId,
  now: Date.now,
  later(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
});

export interface OpenDraft {
  draft: DraftState;
  /** Null while it is read, and once it is there. */
  failure: RequestFailed | null;
  tryAgain: () => void;
}

/** Opens a draft for as long as the page is there: saved when one leaves, when the network is back, and by itself. */
export function useDraft(draftId: string): OpenDraft {
  const draft = useMemo(() => new DraftState(surroundings(draftId)), [draftId]);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const open = () => {
    setFailure(null);
    draft.open().catch((error) => {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
    });
  };
  useEffect(() => {
    open();
    const saveNow = () => {
      if (draft.keeping.value.is === 'waiting') draft.flush();
    };
    const hidden = () => {
      if (document.hidden) saveNow();
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (!draft.isSafe.value) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', hidden);
    const stopListening = online.subscribe((isOnline) => {
      if (isOnline && draft.keeping.value.is === 'offline') draft.flush();
    });
    return () => {
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', hidden);
      stopListening();
      saveNow();
      draft.close();
    };
  }, [draft]);
  useUndoKeys(draft);
  return { draft, failure, tryAgain: open };
}

/**
 * Ctrl+Z takes back the last gesture of the draft, also in a field: its own undo knows nothing of the rest. Fields that
 * belong to something else (a search, a table to paste) stand in an element with `data-own-undo`.
 */
function useUndoKeys(draft: DraftState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return;
      const key = event.key.toLowerCase();
      const again = (key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey);
      if (key !== 'z' && !again) return;
      event.preventDefault();
      if (again) draft.redo();
      else draft.undo();
    };
    // Before a dialog keeps its keys to itself.
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [draft]);
}
