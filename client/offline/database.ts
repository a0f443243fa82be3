/**
 * What this browser keeps for the time without a connection: the last answers, and what could not be sent yet. Both
 * stand under the account that they belong to. A browser that keeps nothing (a private window, a full disk) works on
 * without.
 */
const NAME = 'commonwright';
const VERSION = 1;

let opened: Promise<IDBDatabase> | null = null;

/** Resolves when a request of IndexedDB has succeeded. */
export function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open(): Promise<IDBDatabase> {
  if (opened) return opened;
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('answers', { keyPath: ['account', 'path'] }).createIndex('at', 'at');
    request.result.createObjectStore('unsent', { keyPath: 'place', autoIncrement: true });
  };
  opened = done(request).then((database) => {
    // Another tab brings a newer version: it need not wait for this one.
    database.onversionchange = () => {
      database.close();
      opened = null;
    };
    return database;
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** One of the two stores, for one transaction. Rejects where the browser keeps nothing. */
export async function storeOf(name: 'answers' | 'unsent', mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(name, mode).objectStore(name);
}
