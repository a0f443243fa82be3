import { type MachineKind, machineKind } from '../../shared/machines/words.ts';
import { addDays } from '../time/wall.ts';

/** What is looked for. Empty: any. `from` is a day of the workshops' own calendars. */
export interface Choice {
  machine: string;
  kind: MachineKind | '';
  workshop: string;
  minutes: number;
  from: string;
}

export const DAYS_SHOWN = 7;

/** The choice that an address asks for, as far as it makes sense. */
export function choiceFrom(query: Record<string, string>, today: string): Choice {
  const kind = machineKind.safeParse(query.kind);
  const minutes = Number(query.minutes);
  const last = addDays(today, DAYS_SHOWN - 1);
  const { from = today } = query;
  return {
    machine: query.machine ?? '',
    kind: kind.success ? kind.data : '',
    workshop: query.workshop ?? '',
    minutes: Number.isInteger(minutes) && minutes >= 15 && minutes <= 1_440 ? minutes : 60,
    from: from >= today && from <= last ? from : today,
  };
}

/** The days that can be chosen, today first. */
export const daysFrom = (today: string): string[] =>
  Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(today, index));

/** What the server is asked. `near`: where the person mostly is. */
export function questionOf(choice: Choice, near: { latitude: number; longitude: number } | null): string {
  const asked = new URLSearchParams({ minutes: String(choice.minutes), from: choice.from });
  for (const name of ['machine', 'kind', 'workshop'] as const)
    if (choice[name] !== '') asked.set(name, choice[name]);
  if (near) asked.set('near', `${near.latitude},${near.longitude}`);
  return `/api/free?${asked}`;
}
