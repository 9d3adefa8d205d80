import { t } from '../i18n/index.ts';
import { open, openAll } from '../state/queue.ts';
import { store } from '../state/store.ts';
import { textOfFile } from './file.ts';

/** An address, alone or under one line, as when a headline was copied with it. */
const ADDRESS = /^(?:[^\n]{0,300}\n)?\s*https?:\/\/\S+\s*$/i;
/** What is shared beside an address must be longer than this to be an article rather than its title. */
const SHORTEST_SHARE = 300;
/** A page's source, pasted as if it were text. */
const SOURCE = /^\s*<(?:!doctype|html|head|body|main|article|section|div|p|h1)[\s>]/i;

/** Whatever was given, opened as articles. An address alone can't be read from here, which is explained. */
export async function take(text: string, html = ''): Promise<void> {
  if (ADDRESS.test(text)) return store.set({ dialog: 'address' });
  const markup = html === '' && SOURCE.test(text) ? text : html;
  open(markup === '' ? text : await plainOf(markup, text));
}

/** The text of what was pasted or dropped, HTML reduced to its article. */
export async function plainOf(html: string, text: string): Promise<string> {
  const { articleOfHtml } = await import('./html.ts');
  return articleOfHtml(html).trim() || text;
}

/** What another app shared: mostly a page's title and address, in whichever fields that app puts them. */
export async function takeShare(text: string): Promise<void> {
  const words = text.replace(/https?:\/\/\S+/gi, '').trim();
  if (words.length < SHORTEST_SHARE && words.length < text.trim().length) return store.set({ dialog: 'address' });
  return take(text);
}

export async function takeFiles(files: Iterable<File>): Promise<void> {
  const texts: string[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const read = await textOfFile(file);
    if ('problem' in read) problems.push(t(read.problem, { name: file.name.slice(0, 80) }));
    else texts.push(await articleOfFile(file, read.text));
  }
  openAll(texts);
  if (problems.length > 0) store.set({ notice: problems.slice(0, 5).join(' ') });
}

async function articleOfFile(file: File, text: string): Promise<string> {
  if (/\.html?$/i.test(file.name) || file.type === 'text/html') return plainOf(text, '');
  if (!/\.(?:md|markdown)$/i.test(file.name)) return text;
  const { articleOfMarkdown } = await import('./markdown.ts');
  return articleOfMarkdown(text);
}

/** Takes what was dropped or shared. */
export async function takeTransfer(transfer: DataTransfer): Promise<void> {
  const files = [...transfer.files];
  if (files.length > 0) return takeFiles(files);
  return take(transfer.getData('text/plain'), transfer.getData('text/html'));
}
