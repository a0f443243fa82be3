/** One step of long work, as often as is convenient to tell: what is done, how far, and how far it goes if known. */
export interface Step {
  what: string;
  done: number;
  total?: number;
}

export type OnProgress = (step: Step) => void;

export const unheard: OnProgress = () => {};
