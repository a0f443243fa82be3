import { useRef, useState } from 'preact/hooks';
import { RequestFailed } from '../problem.ts';

/** Something that is not a command of the log: busy while under way, its failure kept for the page. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailed | null>(null);
  const isUnderWay = useRef(false);
  /** Resolves to whether it went through. A second one meanwhile is the other half of a double tap: it does nothing. */
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
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
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, attempt };
}
