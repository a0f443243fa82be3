/** Steps of which no view tells whether they were taken; this browser remembers. */
export type RememberedStep = 'hours' | 'label' | 'invitation';

const keyOf = (workshopId: string) => `commonwright-steps-${workshopId}`;
const HIDDEN = 'hidden';

function read(workshopId: string): string[] {
  try {
    return (localStorage.getItem(keyOf(workshopId)) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function add(workshopId: string, word: string): void {
  try {
    localStorage.setItem(keyOf(workshopId), [...new Set([...read(workshopId), word])].join(' '));
  } catch {
    // A browser that keeps nothing shows the step again.
  }
}

export const doneSteps = read;
export const stepDone = (workshopId: string, step: RememberedStep) => add(workshopId, step);
export const stepsHidden = (workshopId: string) => read(workshopId).includes(HIDDEN);
export const hideSteps = (workshopId: string) => add(workshopId, HIDDEN);
