import { VIEWS, type View } from '../state/store.ts';

/** An article and how it was looked at, as a link's fragment carries them. */
export interface Carried {
  text: string;
  view?: View;
}

const LONGEST_FRAGMENT = 10 * 1024 * 1024;
const MOST_BYTES = 10 * 1024 * 1024;
export const LONGEST_LINK = 60_000;

/** "#a=" and the article, compressed; browsers never send a fragment to a server. */
export async function toFragment(carried: Carried): Promise<string> {
  const stream = new Blob([JSON.stringify(carried)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#a=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Undefined for anything that is not such a fragment, and for one that unpacks to too much. */
export async function fromFragment(fragment: string): Promise<Carried | undefined> {
  if (fragment.length > LONGEST_FRAGMENT) return undefined;
  if (fragment.startsWith('#t=')) return plain(fragment.slice(3));
  if (!fragment.startsWith('#a=')) return undefined;
  try {
    const binary = atob(fragment.slice(3).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const carried = JSON.parse(await unpack(bytes)) as unknown;
    return isCarried(carried) ? { text: carried.text, ...viewOf(carried) } : undefined;
  } catch {
    return undefined;
  }
}

// The bookmarklet's way: no code of its own, only the text.
function plain(encoded: string): Carried | undefined {
  try {
    return { text: decodeURIComponent(encoded) };
  } catch {
    return undefined;
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('unpacks to too much');
    }
    text += decoder.decode(value, { stream: true });
  }
}

const isCarried = (value: unknown): value is { text: string; view?: unknown } =>
  typeof value === 'object' && value !== null && typeof (value as { text?: unknown }).text === 'string';

const viewOf = ({ view }: { view?: unknown }): { view?: View } => {
  const known = VIEWS.find((name) => name === view);
  return known ? { view: known } : {};
};
