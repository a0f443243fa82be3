import { setImmediate } from 'node:timers/promises';

/** Does something with each of many, and lets others be served after every `atOnce` of them. */
export async function eachInPieces<One>(
  all: Iterable<One>,
  atOnce: number,
  act: (one: One) => void,
): Promise<void> {
  let count = 0;
  for (const one of all) {
    act(one);
    count += 1;
    if (count % atOnce === 0) await setImmediate();
  }
}

/** Goes on with steps until they are done, and lets others be served between them. */
export async function stepByStep<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
