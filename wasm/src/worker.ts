/** The worker's entry in a browser. */
import createCore from '#core';
import type { Reply, Request } from './protocol.ts';
import { serve } from './serve.ts';

const handle = serve(createCore, (reply: Reply) => postMessage(reply));
addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
