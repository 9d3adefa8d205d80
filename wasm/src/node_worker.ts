/** The worker's entry in node. */
import { parentPort } from 'node:worker_threads';
import createCore from '#core';
import type { Reply, Request } from './protocol.ts';
import { serve } from './serve.ts';

const handle = serve(createCore, (reply: Reply) => parentPort!.postMessage(reply));
parentPort!.on('message', (request: Request) => handle(request));
