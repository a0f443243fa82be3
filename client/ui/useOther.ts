import { useState } from 'preact/hooks';

/** Acts when a value is another than it was, while it is drawn: an effect would undo what was typed before it ran. */
export function useOther<Value extends string | number | null>(value: Value, act: () => void): void {
  const [before, setBefore] = useState<Value>(value);
  if (Object.is(before, value)) return;
  setBefore(value);
  act();
}
