import { scriptAddress } from '../trusted.ts';
import { takeShare } from '../intake/intake.ts';
import { store } from './store.ts';

let waiting: ServiceWorker | undefined;

/** Keeping the site on the device means fetching all of it once more: that must not keep anybody waiting. */
const AFTER_MS = 1500;

/** Lets the page work without a network from its second visit on; a new version is offered, not forced. */
export async function startOffline(isBusy: () => boolean): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  do await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
  while (isBusy());
  try {
    const registration = await navigator.serviceWorker.register(scriptAddress('./sw.js'));
    const offer = (worker: ServiceWorker | null): void => {
      if (worker?.state !== 'installed' || !navigator.serviceWorker.controller) return;
      waiting = worker;
      store.set({ updateReady: true });
    };
    const watch = (worker: ServiceWorker | null): void => {
      offer(worker);
      worker?.addEventListener('statechange', () => offer(worker));
    };
    // The browser looks for a new version by itself when the page is opened, so one may be on its way already.
    watch(registration.waiting);
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
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
  if (response?.ok && response.headers.get('x-ailamgi') === 'shared') await takeShare(await response.text());
}
