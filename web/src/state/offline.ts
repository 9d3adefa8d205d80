import { scriptAddress } from '../trusted.ts';
import { take } from '../intake/intake.ts';
import { store } from './store.ts';

let waiting: ServiceWorker | undefined;

/** Lets the page work without a network from its second visit on; a new version is offered, not forced. */
export async function startOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  try {
    const registration = await navigator.serviceWorker.register(scriptAddress('./sw.js'));
    const offer = (worker: ServiceWorker | null): void => {
      if (!worker || !navigator.serviceWorker.controller) return;
      waiting = worker;
      store.set({ updateReady: true });
    };
    offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => worker.state === 'installed' && offer(worker));
    });
  } catch {
    // Without a service worker the page works as long as there is a network.
  }
}

export function applyUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take over');
}

/** Opens what another app shared: the service worker kept it for this page to fetch, once. */
export async function takeShared(): Promise<void> {
  const response = await fetch('./shared-text').catch(() => undefined);
  if (response?.ok && response.headers.get('x-ailamgi') === 'shared') await take(await response.text());
}
