/** `from` is a date of the workshop, `2026-11-22`, or undefined for today; 1 to 42 days. */
export const calendarPath = (machineId: string, from: string | undefined, days: number): string =>
  `/api/machines/${machineId}/calendar?days=${days}${from === undefined ? '' : `&from=${from}`}`;
