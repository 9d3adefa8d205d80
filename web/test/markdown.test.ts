import { describe, expect, it } from 'vitest';
import { articleOfMarkdown } from '../src/intake/markdown.ts';

describe('articleOfMarkdown', () => {
  it('leaves the words and drops the marks', () => {
    expect(
      articleOfMarkdown('---\ntitle: x\n---\n# Bà Lan **mở** quán\r\n\r\n> Ông *Huy* nói: `không`.\n\n- [Xem thêm](https://a.b) ![bìa](c.png)\n\n***\n1. Một\n'),
    ).toBe('Bà Lan mở quán\n\nÔng Huy nói: không.\n\nXem thêm bìa\n\nMột');
  });

  it('leaves what only looks like a mark', () => {
    const text = 'Giá 3*4*5 triệu, mã a_b_c, tăng 5% - theo báo cáo.\n\n2026 là năm mới.';
    expect(articleOfMarkdown(text)).toBe(text);
    expect(articleOfMarkdown('\\*không nghiêng\\*')).toBe('*không nghiêng*');
  });
});
