import { useEffect, useState } from 'preact/hooks';
import { keptBlob } from './keptFiles.ts';

/** An address for what this browser keeps under a key; null while it is looked for, or where it is gone. */
export function useKept(key: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (key === null) return;
    let made: string | null = null;
    let isShown = true;
    keptBlob(key)
      .then((blob) => {
        if (blob === null || !isShown) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      isShown = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [key]);
  return address;
}
