import type { Key } from '../i18n/index.ts';

/** Larger files are refused before they are read. */
const LARGEST_FILE = 24 * 1024 * 1024;

const MAGIC: [string, Key][] = [
  ['%PDF', 'fileIsPdf'],
  ['PK\u0003\u0004', 'fileIsArchive'],
  ['\u00D0\u00CF\u0011\u00E0', 'fileIsArchive'],
];

/** What a file says, or the key of what to tell the reader about it. */
export type FileText = { text: string } | { problem: Key };

export async function textOfFile(file: File): Promise<FileText> {
  if (file.size > LARGEST_FILE) return { problem: 'fileTooLarge' };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { problem: 'fileUnreadable' };
  }
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const known = MAGIC.find(([magic]) => start.startsWith(magic));
  if (known) return { problem: known[1] };
  const text = decode(bytes);
  return text === undefined ? { problem: 'fileNotText' } : { text };
}

/** Undefined for bytes that are no text. Files without a mark are UTF-8, or else what old Vietnamese Windows wrote. */
function decode(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 64 * 1024).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
