/** Options of a property test, with a seed that is printed so that a failure can be had again (`SEED=…`). */
export function seeded<Options extends object>(options: Options): Options & { seed: number } {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`seed ${seed}`);
  return { ...options, seed };
}
