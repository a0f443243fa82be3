import { useRef } from 'preact/hooks';

/** The last value there was for the same subject: while another day is read, the one before stays in sight. */
export const useLast = <Value>(value: Value | undefined, subject: string): Value | undefined => {
  const last = useRef<{ subject: string; value: Value } | undefined>(undefined);
  if (value !== undefined) last.current = { subject, value };
  return last.current?.subject === subject ? last.current.value : undefined;
};
