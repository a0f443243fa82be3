import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` counts. Its labels are route patterns and names of commands: nothing about people. */
export interface Metrics {
  /** Text of the Prometheus exposition format. */
  text(): Promise<string>;
  contentType: string;
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  countCommand(type: string, outcome: string): void;
  countEvents(events: number): void;
  /** Asked when the metrics are read. */
  watch(gauges: { openStreams(): number; viewsLag(): Promise<number>; viewsStopped(): boolean }): void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'commonwright_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const commands = new Counter({
    name: 'commonwright_commands_total',
    help: 'Commands by what became of them.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const events = new Counter({
    name: 'commonwright_appended_events_total',
    help: 'Events that this process has appended.',
    registers,
  });
  /** Looking a child up by its labels costs more than counting. */
  const children = new Map<string, { observe(seconds: number): void }>();
  const counted = new Map<string, { inc(): void }>();
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observeRequest: (method, route, status, seconds) => {
      const key = `${method} ${status} ${route}`;
      let child = children.get(key);
      if (child === undefined) {
        child = requests.labels(method, route, String(status));
        children.set(key, child);
      }
      child.observe(seconds);
    },
    countCommand: (command, outcome) => {
      const key = `${command} ${outcome}`;
      let child = counted.get(key);
      if (child === undefined) {
        child = commands.labels(command, outcome);
        counted.set(key, child);
      }
      child.inc();
    },
    countEvents: (count) => events.inc(count),
    watch: ({ openStreams, viewsLag, viewsStopped }) => {
      gauge(registers, 'commonwright_live_streams', 'Open streams of live changes.', openStreams);
      gauge(
        registers,
        'commonwright_views_lag',
        'How far the views are behind the log, in positions.',
        viewsLag,
      );
      gauge(registers, 'commonwright_views_stopped', '1 when a projection has stopped the views.', () =>
        Number(viewsStopped()),
      );
    },
  };
}

function gauge(
  registers: Registry[],
  name: string,
  help: string,
  value: () => number | Promise<number>,
): void {
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      this.set(await value());
    },
  });
}
