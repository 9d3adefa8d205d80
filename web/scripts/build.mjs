// Makes web/dist: the page, its service worker, the widget, the single-file page and the archive.
import { rmSync } from 'node:fs';
import { archive } from './archive.mjs';
import { dist } from './files.mjs';
import { licences } from './licences.mjs';
import { buildOffline } from './offline.mjs';
import { buildPage } from './page.mjs';
import { buildServiceWorker } from './service_worker.mjs';
import { buildWidget } from './widget.mjs';

rmSync(dist, { recursive: true, force: true });
await buildPage();
await buildWidget();
licences();
await buildServiceWorker();
await buildOffline();
archive();
