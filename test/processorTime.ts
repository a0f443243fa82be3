/** Milliseconds that this process has worked so far: what else the computer does meanwhile is not counted. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
