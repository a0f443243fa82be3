import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { z } from 'zod';
import { get } from './api.ts';
import { useLive } from './live.ts';
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
const lastRead = new Map<string, unknown>();
const KEPT = 60;

function keep(path: string, value: unknown): void {
  lastRead.delete(path);
  lastRead.set(path, value);
  const oldest = lastRead.keys().next().value;
  if (lastRead.size > KEPT && oldest !== undefined) lastRead.delete(oldest);
}

/** After signing in or out nothing of the other viewer may be shown. */
export const forgetAll = () => lastRead.clear();

class Reading<Schema extends z.ZodType> implements Resource<z.output<Schema>> {
  readonly value: Signal<z.output<Schema> | undefined>;
  readonly error = signal<RequestFailed | undefined>(undefined);
  readonly loading = signal(true);
  readonly #path: string | null;
  readonly #schema: Schema;
  #latest: AbortController | null = null;

  constructor(path: string | null, schema: Schema) {
    this.#path = path;
    this.#schema = schema;
    const known = path === null ? undefined : schema.safeParse(lastRead.get(path));
    this.value = signal(known?.success ? known.data : undefined);
  }

  readonly refetch = async () => {
    if (this.#path === null) return;
    this.#latest?.abort();
    const request = new AbortController();
    this.#latest = request;
    this.loading.value = true;
    try {
      const value = await get(this.#path, this.#schema, { signal: request.signal });
      if (this.#latest !== request) return;
      keep(this.#path, value);
      this.value.value = value;
      this.error.value = undefined;
    } catch (error) {
      if (this.#latest !== request) return;
      if (error instanceof RequestFailed) this.error.value = error;
      else if (!request.signal.aborted) throw error;
    } finally {
      if (this.#latest === request) this.loading.value = false;
    }
  };

  readonly stop = () => {
    this.#latest?.abort();
    this.#latest = null;
  };
}

/**
 * Reads a view when the page opens, and again whenever one of its topics changes. `path` null: nothing to read yet.
 * `topics` may depend on what was read.
 */
export function useResource<Schema extends z.ZodType>(
  path: string | null,
  schema: Schema,
  topics: readonly string[] | ((value: z.output<Schema> | undefined) => readonly string[]) = [],
): Resource<z.output<Schema>> {
  const reading = useMemo(() => new Reading(path, schema), [path, schema]);
  useEffect(() => {
    reading.refetch();
    return reading.stop;
  }, [reading]);
  const again = useCallback(() => {
    reading.refetch();
  }, [reading]);
  useLive(typeof topics === 'function' ? topics(reading.value.value) : topics, again);
  return reading;
}
