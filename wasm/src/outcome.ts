import type { Bilingual } from './types.ts';

/**
 * What can go wrong on this side of the door. The core has codes of its own (a text too long, a bad model), which pass
 * through unchanged, so `code` is open.
 */
export type FailureCode =
  | 'cancelled'
  | 'load_failed'
  | 'worker_died'
  | 'closed'
  | 'bad_reply'
  | (string & {});

export interface Failure {
  code: FailureCode;
  message: Bilingual;
}

/** A result or a failure, as a value: nothing in this package rejects or throws for a bad input. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failure = (error: Failure): { ok: false; error: Failure } => ({ ok: false, error });

export const cancelled = (): Failure => ({
  code: 'cancelled',
  message: { vi: 'Đã hủy.', en: 'Cancelled.' },
});

export const closed = (): Failure => ({
  code: 'closed',
  message: { vi: 'Bộ phân tích đã đóng.', en: 'The analyzer is closed.' },
});

export const loadFailed = (reason: unknown): Failure => ({
  code: 'load_failed',
  message: {
    vi: `Không tải được bộ phân tích (${describe(reason)}).`,
    en: `The analyzer could not be loaded (${describe(reason)}).`,
  },
});

export const workerDied = (reason: unknown): Failure => ({
  code: 'worker_died',
  message: {
    vi: `Bộ phân tích dừng đột ngột (${describe(reason)}). Văn bản vẫn còn; bạn có thể thử lại.`,
    en: `The analyzer stopped unexpectedly (${describe(reason)}). Your text is safe; you can try again.`,
  },
});

export const badReply = (reason: unknown): Failure => ({
  code: 'bad_reply',
  message: {
    vi: `Không đọc được kết quả phân tích (${describe(reason)}).`,
    en: `The result could not be read (${describe(reason)}).`,
  },
});

const describe = (reason: unknown): string =>
  (reason instanceof Error ? reason.message : String(reason)).slice(0, 200);
