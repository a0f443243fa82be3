import type { Duty } from './timers/duty.ts';

/** Every context's periodic duties. */
export const duties: readonly Duty[] = [];
