import { svg, type TemplateResult } from 'lit';
import { shapeOf } from '../model/shape.ts';

/** The small sign of a type beside its name: the same shape as in the graph. */
export const glyph = (type: string): TemplateResult =>
  svg`<svg class="glyph ${type}" viewBox="-8 -8 16 16" width="12" height="12" aria-hidden="true" focusable="false"><path d=${shapeOf(type, type === 'LOC' || type === 'MISC' ? 7.6 : 6)}></path></svg>`;
