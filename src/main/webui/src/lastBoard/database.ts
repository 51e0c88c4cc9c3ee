const DATABASE = 'flightboard';
/** The last boards, each under its filter. */
export const STORE = 'boards';
/** A board's field, and the index by it. */
export const KEPT_AT = 'keptAt';

let connection: Promise<IDBDatabase> | undefined;

/** One for as long as the page lives: what is kept when the page is left has no time to open one. */
export function connect(): Promise<IDBDatabase> {
  return (connection ??= open());
}

async function open(): Promise<IDBDatabase> {
  const end = () => (connection = undefined);
  try {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'filter' }).createIndex(KEPT_AT, KEPT_AT);
    const database = await answer(request);
    // Emptied by its user.
    database.onclose = end;
    // Wanted by another page: deleted, or by a next version in another form.
    database.onversionchange = () => {
      database.close();
      end();
    };
    return database;
  } catch (refused) {
    end();
    throw refused;
  }
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('Not answered'));
  });
}
