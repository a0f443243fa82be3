import type { Advance } from '../views/views.ts';
import { RecentSteps } from './recent.ts';
import type { Viewer } from './viewer.ts';

/** Changes within this time go out together. */
const GATHER_MILLISECONDS = 80;
const HEARTBEAT_MILLISECONDS = 15_000;
/** How soon a stream ends whose session was signed out elsewhere. */
const RECHECK_MILLISECONDS = 1000;

export interface HubSource {
  /** Position of the newest event in the views. */
  position(): bigint | null;
  onAdvance(listener: (advance: Advance) => void): () => void;
  /** What lists watch beside streams: topics that streams stand for. None where it is left out. */
  furtherTopics?(streams: ReadonlySet<string>): Iterable<string>;
}

/** Tells every open browser which topics have moved, never what happened there. */
export class Hub {
  readonly #viewers = new Set<Viewer>();
  readonly #recent: RecentSteps;
  readonly #further: (streams: ReadonlySet<string>) => Iterable<string>;
  readonly #unlisten: () => void;
  readonly #timers: NodeJS.Timeout[];
  #gathered = new Set<string>();
  #gathering: NodeJS.Timeout | undefined;

  constructor(source: HubSource) {
    this.#recent = new RecentSteps(source.position() ?? -1n);
    this.#further = source.furtherTopics ?? (() => []);
    this.#unlisten = source.onAdvance((advance) => this.#advance(advance));
    this.#timers = [
      setInterval(() => this.#heartbeat(), HEARTBEAT_MILLISECONDS),
      setInterval(() => this.recheck(), RECHECK_MILLISECONDS),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  get size(): number {
    return this.#viewers.size;
  }

  /** @param after the last position the viewer knows of; undefined for one who begins, null for one that cannot be read. */
  join(viewer: Viewer, after: bigint | null | undefined): void {
    const { head } = this.#recent;
    if (after === undefined) viewer.heartbeat(head);
    else {
      const missed = after === null ? null : this.#recent.since(after);
      if (missed === null) viewer.gap(head);
      else if (missed.size > 0) viewer.change(head, this.#topicsOf(missed));
      else viewer.heartbeat(head);
    }
    this.#viewers.add(viewer);
  }

  leave(viewer: Viewer): void {
    this.#viewers.delete(viewer);
  }

  /** Ends the streams of those who are signed out by now. */
  async recheck(): Promise<void> {
    for (const viewer of [...this.#viewers]) {
      const isStillIn = await viewer.isStillIn().catch(() => true);
      if (!isStillIn) viewer.close();
    }
  }

  close(): void {
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#gathering);
    this.#flush();
    for (const viewer of [...this.#viewers]) viewer.close();
  }

  #advance(advance: Advance): void {
    this.#recent.add(advance);
    if (this.#viewers.size === 0) return;
    for (const stream of advance.streams) this.#gathered.add(stream);
    this.#gathering ??= setTimeout(() => this.#flush(), GATHER_MILLISECONDS);
  }

  #flush(): void {
    const streams = this.#gathered;
    this.#gathered = new Set();
    this.#gathering = undefined;
    if (streams.size === 0) return;
    const topics = this.#topicsOf(streams);
    for (const viewer of this.#viewers) viewer.change(this.#recent.head, topics);
  }

  #topicsOf(streams: ReadonlySet<string>): Set<string> {
    return new Set([...streams, ...this.#further(streams)]);
  }

  #heartbeat(): void {
    for (const viewer of this.#viewers) viewer.heartbeat(this.#recent.head);
  }
}
