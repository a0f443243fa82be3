/** Whether an error of the system carries one of these codes (`ENOENT`, …). */
export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
