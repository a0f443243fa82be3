/** As much of IndexedDB as the program uses, in memory; `full` lets every writing fail as a full disk does. */
export class FakeDatabase {
  readonly stores = new Map<string, Map<IDBValidKey, unknown>>();
  full = false;
  #last = 0;

  /** Puts it in the browser's place. @returns takes it away again. */
  install(): () => void {
    const opened = {
      transaction: (names: string | string[], mode: IDBTransactionMode) => this.#begin([names].flat(), mode),
    };
    const database: { onclose: (() => void) | null } = Object.assign(opened, { onclose: null });
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      value: { open: () => request(() => database) },
    });
    return () => {
      database.onclose?.();
      if (before) Object.defineProperty(globalThis, 'indexedDB', before);
      else Reflect.deleteProperty(globalThis, 'indexedDB');
    };
  }

  #begin(names: string[], mode: IDBTransactionMode): FakeTransaction {
    const copies = new Map(names.map((name) => [name, new Map(this.stores.get(name))]));
    return new FakeTransaction(this, copies, mode === 'readwrite');
  }

  nextPlace = (): number => ++this.#last;
}

class FakeTransaction {
  oncomplete: (() => void) | null = null;
  onabort: (() => void) | null = null;
  error: DOMException | null = null;
  readonly #database: FakeDatabase;
  readonly #copies: Map<string, Map<IDBValidKey, unknown>>;
  #open = 0;
  #isOver = false;

  readonly #writes: boolean;

  constructor(database: FakeDatabase, copies: Map<string, Map<IDBValidKey, unknown>>, writes: boolean) {
    this.#database = database;
    this.#copies = copies;
    this.#writes = writes;
  }

  abort(): void {
    if (this.#isOver) throw new DOMException('over', 'InvalidStateError');
    this.#isOver = true;
    this.onabort?.();
  }

  objectStore(name: string) {
    const rows = this.#copies.get(name) ?? new Map<IDBValidKey, unknown>();
    this.#copies.set(name, rows);
    const asked = <Value>(work: () => Value) => {
      this.#open += 1;
      return request(work, (error) => {
        this.#open -= 1;
        if (error !== null) {
          this.error = error;
          if (!this.#isOver) this.abort();
        } else setTimeout(() => this.#completeWhenIdle());
      });
    };
    const keyOf = (row: Record<string, unknown>): string | number =>
      name === 'files'
        ? String(row.key)
        : name === 'unsent'
          ? Number(row.place)
          : JSON.stringify([row.account, row.path]);
    const write = (row: Record<string, unknown>) => {
      if (this.#database.full) throw new DOMException('no room', 'QuotaExceededError');
      rows.set(keyOf(row), structuredClone(row));
    };
    return {
      put: (row: Record<string, unknown>) => asked(() => write(row)),
      add: (row: Record<string, unknown>) =>
        asked(() => write({ ...row, place: this.#database.nextPlace() })),
      get: (key: IDBValidKey) => asked(() => rows.get(Array.isArray(key) ? JSON.stringify(key) : key)),
      getAll: () => asked(() => [...rows.values()]),
      delete: (key: IDBValidKey) => asked(() => void rows.delete(key)),
      count: () => asked(() => rows.size),
      clear: () => asked(() => rows.clear()),
    };
  }

  #completeWhenIdle(): void {
    if (this.#open > 0 || this.#isOver) return;
    this.#isOver = true;
    if (this.#writes) for (const [name, rows] of this.#copies) this.#database.stores.set(name, rows);
    this.oncomplete?.();
  }
}

interface FakeRequest<Value> {
  result: Value | undefined;
  error: DOMException | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

function request<Value>(work: () => Value, settled: (error: DOMException | null) => void = () => undefined) {
  const made: FakeRequest<Value> = { result: undefined, error: null, onsuccess: null, onerror: null };
  setTimeout(() => {
    try {
      made.result = work();
      made.onsuccess?.();
      settled(null);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      made.error = error;
      made.onerror?.();
      settled(error);
    }
  });
  return made;
}
