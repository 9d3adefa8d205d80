import type { Reply, WorkerLink } from './protocol.ts';

/** Puts a browser's worker behind the protocol. */
export function linkTo(worker: Worker): WorkerLink {
  const link: WorkerLink = {
    post: (request) => worker.postMessage(request),
    end: () => worker.terminate(),
    onreply: () => undefined,
    ondeath: () => undefined,
  };
  worker.onmessage = (event: MessageEvent<Reply>) => link.onreply(event.data);
  worker.onmessageerror = () => link.ondeath('unreadable message');
  worker.onerror = (event) => {
    event.preventDefault();
    link.ondeath(event.message || 'worker error');
  };
  return link;
}
