/**
 * What this browser keeps for the time without a connection: the last answers, what could not be sent yet, and the
 * photographs and sounds that go with it. All stand under the account that they belong to. A browser that keeps nothing
 * (a private window, a full disk) works on without.
 */
const NAME = 'commonwright';
const VERSION = 2;

export type StoreName = 'answers' | 'unsent' | 'files';

let opened: Promise<IDBDatabase> | null = null;

/** Resolves when a request of IndexedDB has succeeded. */
export function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Brings what an older version of the program kept to this one: nothing of it is lost. */
function upgrade(database: IDBDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore('answers', { keyPath: ['account', 'path'] }).createIndex('at', 'at');
    database.createObjectStore('unsent', { keyPath: 'place', autoIncrement: true });
  }
  if (from < 2) database.createObjectStore('files', { keyPath: 'key' });
}

function open(): Promise<IDBDatabase> {
  if (opened) return opened;
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
  opened = done(request).then((database) => {
    // Another tab brings a newer version: it need not wait for this one.
    database.onversionchange = () => {
      database.close();
      opened = null;
    };
    // A browser that clears its disk closes it too.
    database.onclose = () => {
      opened = null;
    };
    return database;
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** One of the stores, for one transaction. Rejects where the browser keeps nothing. */
export async function storeOf(name: StoreName, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(name, mode).objectStore(name);
}

/**
 * Several stores changed together or not at all. `work` may wait for nothing but their requests.
 * @throws whatever `work` throws, or the browser's own error (`QuotaExceededError` where its disk is full).
 */
export async function together(
  names: readonly StoreName[],
  work: (store: (name: StoreName) => IDBObjectStore) => Promise<void>,
): Promise<void> {
  const transaction = (await open()).transaction(names, 'readwrite');
  const finished = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  try {
    await work((name) => transaction.objectStore(name));
  } catch (error) {
    finished.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // It was aborted already.
    }
    throw transaction.error ?? error;
  }
  await finished;
}
