import { svg, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult<2>): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${shape}</svg>`;

/** The page's line drawings, all on one grid of 20 units. */
export const ICONS = {
  add: icon(svg`<path d="M10 4v12M4 10h12"/>`),
  keep: icon(svg`<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.8 1.8"/>`),
  about: icon(svg`<circle cx="10" cy="10" r="7"/><path d="M10 9.2v4.3M10 6.2v.3"/>`),
  dark: icon(svg`<path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z"/>`),
  light: icon(svg`<circle cx="10" cy="10" r="3.4"/><path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M15.8 4.2l-1.4 1.4M5.6 14.4l-1.4 1.4"/>`),
  take: icon(svg`<path d="M10 3v9M6.5 8.8 10 12.3l3.5-3.5M3.5 13.5v2.7h13v-2.7"/>`),
  close: icon(svg`<path d="M5 5l10 10M15 5 5 15"/>`),
};
