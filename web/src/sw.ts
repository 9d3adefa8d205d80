/// <reference lib="webworker" />
/** The service worker: the whole site on the device, so that the page works without a network. */

declare const __FILES__: string[];
declare const __VERSION__: string;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const CACHE = `ailamgi-${__VERSION__}`;
const SHARED = 'ailamgi-shared';

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(__FILES__.map((file) => new Request(file, { cache: 'no-cache' })))));
});

worker.addEventListener('activate', (event) => {
  const stale = async (): Promise<void> => {
    for (const name of await caches.keys()) {
      if (name.startsWith('ailamgi-') && name !== CACHE && name !== SHARED) await caches.delete(name);
    }
    await worker.clients.claim();
  };
  event.waitUntil(stale());
});

// A new version waits until the reader asks for it.
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  const path = url.pathname.slice(new URL(worker.registration.scope).pathname.length);
  if (event.request.method === 'POST' && path === 'share') return event.respondWith(keepShared(event.request));
  if (event.request.method !== 'GET') return;
  if (path === 'shared-text') return event.respondWith(giveShared());
  event.respondWith(fromCache(event.request, path));
});

async function fromCache(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const wanted = path === '' ? './' : request;
  return (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(request);
}

/** What another app shared stays here until the page fetches it; it never reaches a server. */
async function keepShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const text = ['title', 'text', 'url']
    .map((name) => form.get(name))
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n\n');
  const cache = await caches.open(SHARED);
  await cache.put('./shared-text', new Response(text, { headers: { 'x-ailamgi': 'shared' } }));
  return Response.redirect('./#shared', 303);
}

async function giveShared(): Promise<Response> {
  const cache = await caches.open(SHARED);
  const kept = await cache.match('./shared-text');
  await cache.delete('./shared-text');
  return kept ?? new Response('', { status: 404 });
}
