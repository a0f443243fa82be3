/**
 * The wall time in what somebody typed: `9`, `9:30`, `930`, `9.30`, `21`. `24:00` only where a day may end.
 * Null where it is none.
 */
export function typedTime(text: string, mayEndDay: boolean): string | null {
  const parts = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*$/.exec(text);
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  if (hours === 24) return mayEndDay ? '24:00' : null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
