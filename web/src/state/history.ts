/** Articles kept on this device, if the reader asks for it. */
export interface KeptArticle {
  id: number;
  title: string;
  text: string;
  when: number;
}

const NAME = 'ailamgi-history';
const SWITCH = 'ailamgi-history-on';

export function isKeeping(): boolean {
  try {
    return localStorage.getItem(SWITCH) === 'yes';
  } catch {
    return false;
  }
}

/** False where the browser refuses. */
export function setKeeping(on: boolean): boolean {
  try {
    if (on) localStorage.setItem(SWITCH, 'yes');
    else localStorage.removeItem(SWITCH);
    return true;
  } catch {
    return false;
  }
}

export async function keep(title: string, text: string): Promise<void> {
  if (!isKeeping()) return;
  const known = await kept();
  const same = known.find((article) => article.text === text);
  await within('readwrite', (articles) =>
    articles.put({ title, text, when: Date.now(), ...(same ? { id: same.id } : {}) }),
  ).catch(() => undefined);
}

/** Latest first; what was kept before the reader switched it off is listed until it is wiped. */
export async function kept(): Promise<KeptArticle[]> {
  if (!(await exists())) return [];
  const all = await within('readonly', (articles) => articles.getAll() as IDBRequest<KeptArticle[]>).catch(() => []);
  return all.sort((a, b) => b.when - a.when);
}

// Opening a database makes it: one that nobody asked for must not come to be by a look.
const exists = async (): Promise<boolean> =>
  (await indexedDB.databases().catch(() => [])).some(({ name }) => name === NAME);

/** Removes the whole database, not only what is in it. */
export function wipe(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve(true);
    request.onerror = request.onblocked = () => resolve(false);
  });
}

async function within<T>(mode: IDBTransactionMode, use: (articles: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await done(opening());
  try {
    return await done(use(database.transaction('articles', mode).objectStore('articles')));
  } finally {
    database.close();
  }
}

function opening(): IDBOpenDBRequest {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
  return request;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
