import { useState } from 'preact/hooks';
import { RequestFailed } from '../problem.ts';

/** Something that is not a command of the log: busy while under way, its failure kept for the page. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  /** Resolves to whether it went through. */
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, attempt };
}
