import { z } from 'zod';

/**
 * What goes wrong with a call, once or several times.
 *
 * - `stall`: taken in, never answered and never carried out. `writeThenStall`: carried out, never answered.
 * - `reset`: every connection breaks before, `writeThenReset` after it was carried out; `resetMidway` after the first
 *   answer of a read.
 * - `late`: carried out at once, answered `delay` milliseconds later. `lateWrite`: carried out only then, whether or
 *   not anybody still waits.
 * - `crash` and `writeThenCrash`: the whole server is gone, without and with the write.
 * - the others are refusals that a server sends: no leader, starting, overloaded, timed out with and without the
 *   write, not allowed.
 */
export const faultKind = z.enum([
  'stall',
  'writeThenStall',
  'reset',
  'writeThenReset',
  'resetMidway',
  'late',
  'lateWrite',
  'crash',
  'writeThenCrash',
  'notReady',
  'tooBusy',
  'timeout',
  'writeThenTimeout',
  'accessDenied',
]);
export const fault = z.object({
  on: z.enum(['append', 'read', 'subscription', 'features', 'gossip']),
  kind: faultKind,
  times: z.int().min(1).default(1),
  /** Milliseconds, for `late` and `lateWrite`. */
  delay: z.int().min(0).default(0),
});
export type Fault = z.infer<typeof fault>;

/** The faults to come, in the order in which they were asked for. */
export class Faults {
  #coming: Fault[] = [];
  /** Set while another node is the leader: calls that require the leader are sent there. */
  leader: { host: string; port: number } | undefined;
  /** Answers every write without a position, as for a duplicate that the index cannot find (LogPosition -1). */
  withoutPosition = false;

  add(coming: z.input<typeof fault>): void {
    this.#coming.push(fault.parse(coming));
  }

  clear(): void {
    this.#coming = [];
    this.leader = undefined;
    this.withoutPosition = false;
  }

  /** How many are still to come. */
  get left(): number {
    return this.#coming.reduce((sum, { times }) => sum + times, 0);
  }

  take(on: Fault['on']): Fault | undefined {
    const index = this.#coming.findIndex((coming) => coming.on === on);
    const found = this.#coming[index];
    if (found === undefined) return undefined;
    if (found.times > 1) this.#coming[index] = { ...found, times: found.times - 1 };
    else this.#coming.splice(index, 1);
    return found;
  }
}
