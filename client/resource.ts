import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { z } from 'zod';
import { get } from './api.ts';
import { online } from './connection.ts';
import type { TabMessage } from './live/changes.ts';
import { Overheard } from './live/overheard.ts';
import { onLiveMessage, useLive } from './live.ts';
import { keepAnswer, keptAnswer } from './offline/kept.ts';
import { RequestFailed } from './problem.ts';

/** A view of the server. The last value stays while it is read again, and while a reading fails. */
export interface Resource<Value> {
  value: ReadonlySignal<Value | undefined>;
  error: ReadonlySignal<RequestFailed | undefined>;
  /** True from the start of a reading to its end. */
  loading: ReadonlySignal<boolean>;
  /** Reads it again; never throws. */
  refetch(): Promise<void>;
}

/** What was last read, by path: a page shown again starts with it and reads anew behind it. */
const lastRead = new Map<string, { value: unknown; at: number }>();
const KEPT = 60;

function keep(path: string, value: unknown, at: number): void {
  lastRead.delete(path);
  lastRead.set(path, { value, at });
  keepAnswer(path, value, at);
  const oldest = lastRead.keys().next().value;
  if (lastRead.size > KEPT && oldest !== undefined) lastRead.delete(oldest);
}

/** When each view on the page was read, by its reading. */
const shown = signal<ReadonlyMap<object, number>>(new Map());

/** The time of the oldest view on the page, milliseconds since 1970; null where nothing has been read. */
export const shownAsOf = computed(() => (shown.value.size === 0 ? null : Math.min(...shown.value.values())));

function showAsOf(reading: object, at: number | null): void {
  const next = new Map(shown.value);
  if (at === null) next.delete(reading);
  else next.set(reading, at);
  shown.value = next;
}

/** After signing in or out nothing of the other viewer may be shown. */
export const forgetAll = () => lastRead.clear();

type TopicsOf<Value> = (value: Value | undefined) => readonly string[];

class Reading<Schema extends z.ZodType> implements Resource<z.output<Schema>> {
  readonly value: Signal<z.output<Schema> | undefined>;
  readonly error = signal<RequestFailed | undefined>(undefined);
  readonly loading = signal(true);
  readonly #path: string | null;
  readonly #schema: Schema;
  #latest: AbortController | null = null;
  #readAt: number | null;
  readonly #overheard = new Overheard();
  /** What the view shows, where it tells that itself. */
  topicsOf: TopicsOf<z.output<Schema>> | null = null;

  constructor(path: string | null, schema: Schema) {
    this.#path = path;
    this.#schema = schema;
    const last = path === null ? undefined : lastRead.get(path);
    const known = schema.safeParse(last?.value);
    this.value = signal(last && known.success ? known.data : undefined);
    this.#readAt = last && known.success ? last.at : null;
  }

  readonly refetch = async () => {
    if (this.#path === null) return;
    this.#latest?.abort();
    const request = new AbortController();
    this.#latest = request;
    this.loading.value = true;
    this.#overheard.begin();
    try {
      const value = await get(this.#path, this.#schema, { signal: request.signal });
      if (this.#latest !== request) return;
      keep(this.#path, value, Date.now());
      this.#show(value, Date.now());
      this.error.value = undefined;
      if (this.topicsOf && this.#overheard.concerns(this.topicsOf(value))) void this.refetch();
    } catch (error) {
      if (this.#latest !== request) return;
      if (error instanceof RequestFailed) {
        if (error.kind === 'offline' && this.value.value === undefined) await this.#showKept(request);
        this.error.value = error;
      } else if (!request.signal.aborted) throw error;
    } finally {
      if (this.#latest === request) this.loading.value = false;
    }
  };

  readonly #show = (value: z.output<Schema>, at: number) => {
    this.value.value = value;
    this.#readAt = at;
    showAsOf(this, at);
  };

  readonly #showKept = async (request: AbortController) => {
    const kept = this.#path === null ? null : await keptAnswer(this.#path);
    const known = this.#schema.safeParse(kept?.value);
    if (kept && known.success && this.#latest === request) this.#show(known.data, kept.at);
  };

  /** Something moved; while the view is read nobody knows yet whether it shows that. */
  readonly hear = (message: TabMessage) => {
    if (this.topicsOf && this.loading.value) this.#overheard.hear(message, this.topicsOf(this.value.value));
  };

  readonly begin = () => {
    showAsOf(this, this.#readAt);
    this.refetch();
  };

  readonly stop = () => {
    this.#latest?.abort();
    this.#latest = null;
    showAsOf(this, null);
  };
}

/**
 * Reads a view when the page opens, and again whenever one of its topics changes. `path` null: nothing to read yet.
 * `topics` may depend on what was read.
 */
export function useResource<Schema extends z.ZodType>(
  path: string | null,
  schema: Schema,
  topics: readonly string[] | TopicsOf<z.output<Schema>> = [],
): Resource<z.output<Schema>> {
  const reading = useMemo(() => new Reading(path, schema), [path, schema]);
  reading.topicsOf = typeof topics === 'function' ? topics : null;
  useEffect(() => {
    const unhear = onLiveMessage(reading.hear);
    reading.begin();
    return () => {
      unhear();
      reading.stop();
    };
  }, [reading]);
  useEffect(() => {
    let wasOnline = online.value;
    return online.subscribe((isOnline) => {
      if (isOnline && !wasOnline) reading.refetch();
      wasOnline = isOnline;
    });
  }, [reading]);
  const again = useCallback(() => {
    reading.refetch();
  }, [reading]);
  useLive(typeof topics === 'function' ? topics(reading.value.value) : topics, again);
  return reading;
}
