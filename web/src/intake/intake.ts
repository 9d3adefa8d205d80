import { t } from '../i18n/index.ts';
import { open, openAll } from '../state/queue.ts';
import { store } from '../state/store.ts';

const LARGEST_FILE = 24 * 1024 * 1024;
const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

/** Whatever was given, opened as articles. An address alone can't be read from here, which is explained. */
export async function take(text: string, html = ''): Promise<void> {
  if (ADDRESS.test(text)) return store.set({ dialog: 'address' });
  open(html === '' ? text : await plainOf(html, text));
}

/** The text of what was pasted or dropped, HTML reduced to its article. */
export async function plainOf(html: string, text: string): Promise<string> {
  const { articleOfHtml } = await import('./html.ts');
  return articleOfHtml(html).trim() || text;
}

export async function takeFiles(files: Iterable<File>): Promise<void> {
  const texts: string[] = [];
  for (const file of files) {
    try {
      if (file.size > LARGEST_FILE) throw new RangeError('too large');
      const content = decode(await file.arrayBuffer());
      texts.push(/\.html?$/i.test(file.name) || file.type === 'text/html' ? await plainOf(content, '') : content);
    } catch {
      store.set({ notice: t('fileUnreadable', { name: file.name.slice(0, 80) }) });
    }
  }
  openAll(texts);
}

/** Takes what was dropped or shared. */
export async function takeTransfer(transfer: DataTransfer): Promise<void> {
  const files = [...transfer.files];
  if (files.length > 0) return takeFiles(files);
  return take(transfer.getData('text/plain'), transfer.getData('text/html'));
}

function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const label = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}
